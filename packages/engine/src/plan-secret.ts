import type { Workforce } from "@wf/parser";
import type { AttributeChange } from "./diff.ts";
import { type SecretState, secretState } from "./fingerprint.ts";
import { isIgnored } from "./ignore-changes.ts";
import type { LiveWorkforce } from "./live-state.ts";
import type { Owner } from "./ownership.ts";
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
    return { changes: [{ path, before: value, after: value }], notes: [] };
  }
  if (state === "same") return none;
  const message = `${path} is unverified: AWS never returns it, and the workforce carries no fingerprint of it. To send it again, plan with --rewrite-secret '${desired.address}'.`;
  return { changes: [], notes: [{ severity: "warning", message }] };
}

/** A fingerprint is salted with the stack's name: another stack's is never like ours, whatever the secret. */
function known(owner: Owner, state: SecretState): SecretState {
  return owner.kind === "another-stack" && state === "changed" ? "unverified" : state;
}
