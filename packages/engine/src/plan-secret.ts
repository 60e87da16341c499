import type { Workforce } from "@wf/parser";
import type { AttributeChange } from "./diff.ts";
import { type SecretState, secretState } from "./fingerprint.ts";
import { isIgnored } from "./ignore-changes.ts";
import type { LiveTags, LiveWorkforce } from "./live-state.ts";
import { type Owner, secretTag } from "./ownership.ts";
import type { PlanOptions, TargetInput } from "./plan.ts";
import type { Note } from "./plan-model.ts";

const path = "oidc_config.client_secret";
const value = { kind: "secret" } as const;

interface PlannedSecret {
  readonly changes: readonly AttributeChange[];
  readonly notes: readonly Note[];
}

/** The client secret of a workforce that has had none. */
export function newSecret(desired: Workforce): readonly AttributeChange[] {
  if (desired.identityProvider?.kind !== "oidc") return [];
  return [{ path, before: undefined, after: value }];
}

/** Decides, by its fingerprint, whether the client secret is sent again. */
export function planSecret(
  owner: Owner,
  input: TargetInput,
  desired: Workforce,
  live: LiveWorkforce,
  options: PlanOptions,
): PlannedSecret {
  const none = { changes: [], notes: [] };
  if (desired.identityProvider?.kind !== "oidc" || input.fingerprint === undefined) return none;
  if (live.identityProvider.kind !== "oidc") return { changes: newSecret(desired), notes: [] };
  const asked = options.rewriteSecret.has(desired.address);
  if (isIgnored(desired, path) && !asked) return none;
  const state = known(owner, secretState(live.tags, input.fingerprint));
  if (state === "changed" || state === "interrupted" || asked) {
    const message = `${path} is unverified: its last update was cut short, so it is sent again.`;
    const notes = state === "interrupted" ? [{ severity: "info", message } as const] : [];
    return { changes: [{ path, before: value, after: value }], notes };
  }
  if (state === "same") return none;
  const message = `${path} is unverified: AWS never returns it, and ${whyUnverified(owner, live.tags)}. To send it again, plan with --rewrite-secret '${desired.address}'.`;
  return { changes: [], notes: [{ severity: "warning", message }] };
}

function whyUnverified(owner: Owner, tags: LiveTags): string {
  if (!tags.readable) return "the workforce's tags, which hold its fingerprint, cannot be read";
  if (owner.kind === "another-stack" && secretTag in tags.values)
    return `the fingerprint that the workforce carries is stack "${owner.stack}"'s, of no use to this one`;
  return "the workforce carries no fingerprint of it";
}

/** A fingerprint is salted with the stack's name: another stack's is never like ours, whatever the secret. */
function known(owner: Owner, state: SecretState): SecretState {
  return owner.kind === "another-stack" && state === "changed" ? "unverified" : state;
}
