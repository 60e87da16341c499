import type { Workforce } from "@wf/parser";
import { type Attributes, desiredWorkforceAttributes, liveWorkforceAttributes } from "./attributes.ts";
import { type AttributeChange, countUnchanged, diffAttributes } from "./diff.ts";
import { secretState } from "./fingerprint.ts";
import { isIgnored } from "./ignore-changes.ts";
import type { LiveWorkforce } from "./live-state.ts";
import { ownerOf } from "./ownership.ts";
import type { PlanOptions, TargetInput } from "./plan.ts";
import type { ChangeEffect, Note, Refusal, WorkforceChange, WorkforcePlan } from "./plan-model.ts";

interface PlannedWorkforce {
  readonly plan: WorkforcePlan | undefined;
  readonly refusals: readonly Refusal[];
  readonly notes: readonly Note[];
}

/** Decides what happens to the workforce itself. */
export function planWorkforce(stack: string, input: TargetInput, options: PlanOptions): PlannedWorkforce {
  const { desired, live } = input;
  if (desired === undefined)
    return live.workforce === undefined ? nothing : planUnwanted(stack, live.workforce, input.destroyed);
  if (desired.manage === "teams") return planOthers(desired, live.workforce);
  if (live.workforce === undefined) return planCreation(desired);
  return planExisting(stack, input, desired, live.workforce, options);
}

const nothing: PlannedWorkforce = { plan: undefined, refusals: [], notes: [] };
const noAttributes: Attributes = new Map();
const secretPath = "oidc_config.client_secret";
const secretValue = { kind: "secret" } as const;

function planUnwanted(
  stack: string,
  live: LiveWorkforce,
  destroyed: Workforce | undefined,
): PlannedWorkforce {
  const owner = ownerOf(live.tags, stack);
  const left = {
    name: live.name,
    liveName: live.name,
    liveSubDomain: live.subDomain,
    unchanged: 0,
    changes: [],
    replaceReasons: [],
    sensitive: new Set<string>(),
  };
  if (owner.kind === "ours") {
    const changes = diffAttributes(liveWorkforceAttributes(live), noAttributes);
    return {
      plan: { ...left, action: "delete", changes: withEffects(changes) },
      refusals:
        destroyed?.lifecycle.preventDestroy === true ? [refusePreventDestroy(destroyed, "deleted")] : [],
      notes: [],
    };
  }
  return {
    plan: { ...left, action: "leave" },
    refusals: [],
    notes: [{ severity: "info", message: leftAlone(live, owner) }],
  };
}

function leftAlone(live: LiveWorkforce, owner: ReturnType<typeof ownerOf>): string {
  const what = `workforce "${live.name}" is left alone: no block names its region, and`;
  switch (owner.kind) {
    case "another-stack":
      return `${what} it belongs to stack "${owner.stack}".`;
    case "unknown":
      return `${what} its owner is unknown (${owner.reason}).`;
    default:
      return `${what} it was not made by wf.`;
  }
}

function planOthers(desired: Workforce, live: LiveWorkforce | undefined): PlannedWorkforce {
  if (live !== undefined) {
    const plan: WorkforcePlan = {
      name: live.name,
      liveName: live.name,
      liveSubDomain: live.subDomain,
      action: "leave",
      changes: [],
      unchanged: 0,
      replaceReasons: [],
      sensitive: desired.sensitive,
    };
    return { plan, refusals: [], notes: [] };
  }
  const refusal: Refusal = {
    code: "workforce-missing",
    message: `${desired.address} manages work teams only, and ${desired.region} has no workforce to hold them.`,
    help: "Have the workforce made first, or give the block an identity provider and drop `manage`.",
  };
  return { plan: undefined, refusals: [refusal], notes: [] };
}

function planCreation(desired: Workforce): PlannedWorkforce {
  const changes = [
    ...diffAttributes(noAttributes, desiredWorkforceAttributes(desired)),
    ...newSecret(desired),
  ];
  return {
    plan: {
      name: desired.name,
      liveName: undefined,
      liveSubDomain: undefined,
      unchanged: 0,
      action: "create",
      changes: changes.map((change) => ({ ...change, effect: "in-place" })),
      replaceReasons: [],
      sensitive: desired.sensitive,
    },
    refusals: [],
    notes: [],
  };
}

function newSecret(desired: Workforce): readonly AttributeChange[] {
  if (desired.identityProvider?.kind !== "oidc") return [];
  return [{ path: secretPath, before: undefined, after: secretValue }];
}

function planExisting(
  stack: string,
  input: TargetInput,
  desired: Workforce,
  live: LiveWorkforce,
  options: PlanOptions,
): PlannedWorkforce {
  const owner = ownerOf(live.tags, stack);
  const secret = planSecret(input, desired, live, options);
  const changes = withEffects([...attributeChanges(desired, live), ...secret.changes]);
  const replaceReasons = reasonsToReplace(desired, live, options);
  const replaced = replaceReasons.length > 0 || changes.some((change) => change.effect === "replace");
  const staged = changes.some((change) => change.effect === "staged");
  const adopted = owner.kind === "nobody" || (owner.kind === "another-stack" && options.takeOver);
  const action = replaced ? "replace" : changes.length > 0 ? "update" : adopted ? "adopt" : "none";
  const notes: Note[] = [];
  if (owner.kind === "unknown") {
    notes.push({
      severity: "warning",
      message: `Who owns workforce "${live.name}" is unknown, because its tags cannot be read (${owner.reason}). It is taken as ours; changes of tags are not planned.`,
    });
  }
  if (owner.kind === "nobody" && replaced) {
    const made = live.createDate === undefined ? "" : ` It was made on ${live.createDate.slice(0, 10)}.`;
    notes.push({
      severity: "warning",
      message: `Workforce "${live.name}" was not made by wf, and is deleted.${made}`,
    });
  } else if (owner.kind === "nobody") {
    notes.push({ severity: "info", message: `Workforce "${live.name}" has no owner yet: it is adopted.` });
  } else if (owner.kind === "another-stack" && options.takeOver) {
    notes.push({
      severity: "warning",
      message: `Workforce "${live.name}" is taken over from stack "${owner.stack}".`,
    });
  }
  if (!replaced && !staged) notes.push(...secret.notes);
  return {
    plan: {
      name: desired.name,
      liveName: live.name,
      liveSubDomain: live.subDomain,
      action,
      unchanged: countUnchanged(liveWorkforceAttributes(live), desiredWorkforceAttributes(desired)),
      changes,
      replaceReasons,
      sensitive: desired.sensitive,
    },
    refusals: refusalsOf(stack, owner, desired, live, replaced, options),
    notes,
  };
}

function attributeChanges(desired: Workforce, live: LiveWorkforce): readonly AttributeChange[] {
  const changes = diffAttributes(liveWorkforceAttributes(live), desiredWorkforceAttributes(desired));
  return live.tags.readable ? changes : changes.filter((change) => change.path !== "tags");
}

function planSecret(
  input: TargetInput,
  desired: Workforce,
  live: LiveWorkforce,
  options: PlanOptions,
): { readonly changes: readonly AttributeChange[]; readonly notes: readonly Note[] } {
  const none = { changes: [], notes: [] };
  if (desired.identityProvider?.kind !== "oidc" || input.fingerprint === undefined) return none;
  if (live.identityProvider.kind !== "oidc") return { changes: newSecret(desired), notes: [] };
  if (isIgnored(desired, secretPath) && !options.rewriteSecret.has(desired.address)) return none;
  const state = secretState(live.tags, input.fingerprint);
  const rewrite = { path: secretPath, before: secretValue, after: secretValue };
  if (state === "changed" || state === "interrupted" || options.rewriteSecret.has(desired.address)) {
    return { changes: [rewrite], notes: [] };
  }
  if (state === "same") return none;
  const message = `${secretPath} is unverified: AWS never returns it, and the workforce carries no fingerprint of it. To send it again, plan with --rewrite-secret '${desired.address}'.`;
  return { changes: [], notes: [{ severity: "warning", message }] };
}

function withEffects(changes: readonly AttributeChange[]): readonly WorkforceChange[] {
  const touchesCognito = changes.some((change) => change.path.startsWith("cognito_config."));
  return changes.map((change) => ({ ...change, effect: effectOf(change, touchesCognito) }));
}

/** What AWS can do about a change: UpdateWorkforce takes neither a name nor anything of a Cognito configuration. */
function effectOf(change: AttributeChange, touchesCognito: boolean): ChangeEffect {
  if (change.path === "tags") return "tags";
  if (change.path === "name" || change.path.startsWith("cognito_config.")) return "replace";
  if (!change.path.startsWith("oidc_config.")) return "in-place";
  return touchesCognito ? "replace" : "staged";
}

function reasonsToReplace(desired: Workforce, live: LiveWorkforce, options: PlanOptions): readonly string[] {
  const failed = `its status is Failed${live.failureReason === undefined ? "" : `: ${live.failureReason}`}`;
  return [
    ...(live.status === "Failed" ? [failed] : []),
    ...(options.replace.has(desired.address) ? ["--replace asks for it"] : []),
  ];
}

function refusalsOf(
  stack: string,
  owner: ReturnType<typeof ownerOf>,
  desired: Workforce,
  live: LiveWorkforce,
  replaced: boolean,
  options: PlanOptions,
): readonly Refusal[] {
  const refusals: Refusal[] = [];
  if (owner.kind === "another-stack" && !options.takeOver) {
    refusals.push({
      code: "owned-by-another-stack",
      message: `Workforce "${live.name}" belongs to stack "${owner.stack}", and this is stack "${stack}".`,
      help: "Change it from that stack, or plan with --take-over to make it this stack's.",
    });
  }
  if (replaced && desired.lifecycle.preventDestroy) {
    refusals.push(refusePreventDestroy(desired, "deleted and created"));
  }
  return refusals;
}

function refusePreventDestroy(block: Workforce, what: string): Refusal {
  return {
    code: "prevent-destroy",
    message: `${block.address} would be ${what}, and its lifecycle says prevent_destroy.`,
    help: "Undo what forces it, or take prevent_destroy out of the block.",
  };
}
