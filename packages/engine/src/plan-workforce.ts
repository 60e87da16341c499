import type { Workforce } from "@wf/parser";
import { type Attributes, desiredWorkforceAttributes, liveWorkforceAttributes } from "./attributes.ts";
import { type AttributeChange, countUnchanged, diffAttributes } from "./diff.ts";
import { ended } from "./ended.ts";
import type { LiveRegion, LiveWorkforce, LiveWorkteam } from "./live-state.ts";
import { ownerOf } from "./ownership.ts";
import type { PlanOptions, TargetInput } from "./plan.ts";
import type { Note, Refusal, WorkforcePlan } from "./plan-model.ts";
import { newSecret, planSecret } from "./plan-secret.ts";
import { planUnwantedWorkforce } from "./plan-unwanted-workforce.ts";
import { refusePreventDestroy } from "./refuse-prevent-destroy.ts";
import { withEffects } from "./workforce-effects.ts";

/** What is decided about a workforce, and what there is to say about it. */
export interface PlannedWorkforce {
  readonly plan: WorkforcePlan | undefined;
  readonly refusals: readonly Refusal[];
  readonly notes: readonly Note[];
}

/** Decides what happens to the workforce itself. */
export function planWorkforce(stack: string, input: TargetInput, options: PlanOptions): PlannedWorkforce {
  const { desired, live } = input;
  if (desired === undefined)
    return live.workforce === undefined
      ? nothing
      : planUnwantedWorkforce(stack, live.workforce, input.destroyed);
  if (desired.manage === "teams") return planOthers(desired, live);
  if (live.workforce === undefined) return planCreation(desired);
  return planExisting(stack, input, desired, live.workforce, options);
}

const nothing: PlannedWorkforce = { plan: undefined, refusals: [], notes: [] };
const noAttributes: Attributes = new Map();

function planOthers(desired: Workforce, { workforce: live, workteams }: LiveRegion): PlannedWorkforce {
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
    return { plan, refusals: refuseFailed(desired, live, workteams), notes: [] };
  }
  const refusal: Refusal = {
    code: "workforce-missing",
    message: `${desired.address} manages work teams only, and ${desired.region} has no workforce to hold them.`,
    help: "Have the workforce made first, or give the block an identity provider and drop `manage`.",
  };
  return { plan: undefined, refusals: [refusal], notes: [] };
}

/** AWS makes no team in a workforce that Failed, and this stack may not replace it. */
function refuseFailed(
  desired: Workforce,
  live: LiveWorkforce,
  workteams: readonly LiveWorkteam[],
): readonly Refusal[] {
  const names = new Set(workteams.map((team) => team.name));
  if (live.status !== "Failed" || desired.workteams.every((team) => names.has(team.name))) return [];
  return [
    {
      code: "workforce-failed",
      message: ended(`Workforce "${live.name}" takes no work team: ${failure(live)}`),
      help: "Have the workforce mended by those whose it is, and plan again.",
    },
  ];
}

function failure(live: LiveWorkforce): string {
  return `its status is Failed${live.failureReason === undefined ? "" : `: ${live.failureReason}`}`;
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

function planExisting(
  stack: string,
  input: TargetInput,
  desired: Workforce,
  live: LiveWorkforce,
  options: PlanOptions,
): PlannedWorkforce {
  const owner = ownerOf(live.tags, stack);
  const secret = planSecret(owner, input, desired, live, options);
  const changes = withEffects([...attributeChanges(desired, live), ...secret.changes]);
  const asked = options.replace.has(desired.address);
  const replaceReasons = reasonsToReplace(live, asked && input.replaced !== true);
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
  if (asked && input.replaced === true) {
    notes.push({
      severity: "info",
      message: `A run that did not finish has replaced workforce "${live.name}", as --replace asks: it is not replaced again.`,
    });
  }
  if (owner.kind === "nobody" && replaced) {
    const made = live.createDate === undefined ? "" : ` It was made on ${live.createDate.slice(0, 10)}.`;
    const kept =
      live.status === "Failed" ? "" : " To keep it as it is, use the block that wf pull prints of it.";
    notes.push({
      severity: "warning",
      message: `Workforce "${live.name}" was not made by wf, and is deleted.${made}${kept}`,
    });
  } else if (owner.kind === "nobody") {
    notes.push({ severity: "info", message: `Workforce "${live.name}" has no owner yet: it is adopted.` });
  } else if (owner.kind === "another-stack" && options.takeOver) {
    notes.push({
      severity: "warning",
      message: `Workforce "${live.name}" is taken over from stack "${owner.stack}".`,
    });
  }
  // What is sent anyway, with all other settings, is not worth a warning; why it is sent is.
  if (!replaced && (!staged || secret.changes.length > 0)) notes.push(...secret.notes);
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

function reasonsToReplace(live: LiveWorkforce, asked: boolean): readonly string[] {
  return [...(live.status === "Failed" ? [failure(live)] : []), ...(asked ? ["--replace asks for it"] : [])];
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
  if (owner.kind === "unknown" && live.name !== desired.name && !options.takeOver) {
    refusals.push({
      code: "owner-unknown",
      message: `Workforce "${live.name}" would be deleted to make room for "${desired.name}", and whose it is is unknown, because its tags cannot be read (${owner.reason}).`,
      help: "Have sagemaker:ListTags allowed, or plan with --take-over if it is this stack's.",
    });
  }
  if (replaced && desired.lifecycle.preventDestroy) {
    refusals.push(refusePreventDestroy(desired, "deleted and created"));
  }
  return refusals;
}
