import { assertNever, type Diagnostic, unknownText } from "@wf/parser";
import { type ChangeReason, describeAttribute } from "./describe-attribute.ts";
import { describeDiagnostic } from "./describe-diagnostic.ts";
import { describeImpact } from "./describe-impact.ts";
import { describeSweep } from "./describe-sweep.ts";
import { describeStep } from "./describe-step.ts";
import type {
  Plan,
  TargetAction,
  TargetPlan,
  WorkforceChange,
  WorkforcePlan,
  WorkteamPlan,
} from "./plan-model.ts";
import type {
  AttributeView,
  PlanCounts,
  PlanView,
  ResourceAction,
  ResourceView,
  TargetView,
} from "./plan-view.ts";
import { outcomeOf, type PlanScope, summarize } from "./summarize-plan.ts";

/** Decides everything that is shown of a plan, once for all renderers; `diagnostics` are those of its configuration. */
export function describePlan(
  plan: Plan,
  diagnostics: readonly Diagnostic[] = [],
  scope: PlanScope = { destroy: false, reach: "everywhere" },
): PlanView {
  const targets = plan.targets.map(describeTarget);
  const counts = count(targets, diagnostics);
  return {
    stack: plan.stack,
    outcome: outcomeOf(counts),
    summary: summarize(counts, scope),
    counts,
    diagnostics: diagnostics.map(describeDiagnostic),
    targets,
    ...(plan.sweep === undefined ? {} : { sweep: describeSweep(plan.sweep) }),
  };
}

const verdicts: Readonly<Record<TargetAction, string>> = {
  none: "no changes",
  create: "create",
  update: "update in place",
  adopt: "adopt",
  replace: "delete, then create",
  delete: "delete",
  busy: "busy, as AWS is at work on the workforce; apply waits for it before it plans",
  refused: "refused",
};

const stagedVerdict = "update while the work teams are away";

function isStaged(workforce: WorkforcePlan | undefined): boolean {
  return workforce?.action === "update" && workforce.changes.some((change) => change.effect === "staged");
}

function describeTarget(plan: TargetPlan): TargetView {
  const workforce = plan.workforce;
  return {
    address: plan.address,
    account: plan.target.account,
    region: plan.target.region,
    action: plan.action,
    verdict: isStaged(workforce) && plan.action === "update" ? stagedVerdict : verdicts[plan.action],
    digest: plan.liveDigest,
    resources: [
      ...(workforce === undefined ? [] : [describeWorkforce(workforce)]),
      ...plan.workteams.map(describeWorkteam),
    ],
    refusals: plan.refusals,
    notes: plan.notes,
    steps: plan.steps.map((step) => describeStep(step, plan)),
    impact: describeImpact(plan.impact),
  };
}

function describeWorkforce(plan: WorkforcePlan): ResourceView {
  const changesLive = plan.action === "update" || plan.action === "replace";
  return {
    type: "workforce",
    name: plan.name,
    action: plan.action,
    verdict: workforceVerdict(plan),
    reasons: plan.replaceReasons,
    attributes: [
      ...plan.changes.map((change) =>
        describeAttribute(change, plan.sensitive, changesLive ? reasonOf(change) : undefined),
      ),
      ...newAddress(plan),
    ],
    unchanged: plan.unchanged,
  };
}

function workforceVerdict(plan: WorkforcePlan): string {
  switch (plan.action) {
    case "create":
      return "will be created";
    case "update":
      return isStaged(plan) ? "will be updated while its work teams are away" : "will be updated in place";
    case "adopt":
      return "will be adopted: only our tags are added";
    case "replace":
      return "must be deleted and created";
    case "delete":
      return "will be deleted";
    case "none":
      return "stays as it is";
    case "leave":
      return "is left alone";
    default:
      return assertNever(plan.action);
  }
}

/** Why AWS does with a change what it does. */
function reasonOf({ path, before, after, effect }: WorkforceChange): ChangeReason {
  if (effect === "staged") {
    return {
      effect,
      comment: "AWS takes this only while there are no work teams: they go first and come back",
    };
  }
  if (effect !== "replace") return { effect, comment: undefined };
  const why =
    path === "name"
      ? "a workforce's name cannot be changed"
      : before === undefined || after === undefined
        ? "the kind of identity provider cannot be changed"
        : "the user pool and client of a workforce cannot be changed";
  return { effect, comment: `forces delete-then-create: ${why}` };
}

function newAddress(plan: WorkforcePlan): readonly AttributeView[] {
  if (plan.action !== "create" && plan.action !== "replace") return [];
  const before = plan.liveSubDomain;
  const value = before === undefined ? undefined : ({ kind: "text", value: before } as const);
  const change = { path: "sub_domain", before: value, after: { kind: "text", value: "" } as const };
  return [{ ...describeAttribute(change, new Set()), words: undefined, after: unknownText }];
}

function describeWorkteam(plan: WorkteamPlan): ResourceView {
  return {
    type: "workteam",
    name: plan.name,
    ...workteamVerdict(plan),
    reasons: [],
    attributes: plan.changes.map((change) => describeAttribute(change, plan.sensitive)),
    unchanged: plan.unchanged,
  };
}

function workteamVerdict(plan: WorkteamPlan): { readonly action: ResourceAction; readonly verdict: string } {
  switch (plan.action) {
    case "create":
      return { action: "create", verdict: "will be created" };
    case "update":
      return { action: "update", verdict: "will be updated in place" };
    case "adopt":
      return { action: "adopt", verdict: "will be adopted: only our tags are added" };
    case "recreate":
      return { action: "replace", verdict: "goes and comes back with the same ARN" };
    case "carry":
      return { action: "replace", verdict: "is not this stack's, and goes and comes back as it is" };
    case "restore":
      return {
        action: "create",
        verdict: "is not this stack's, was deleted by a run that did not finish, and comes back as it was",
      };
    case "delete":
      return { action: "delete", verdict: "will be deleted" };
    case "none":
      return { action: "none", verdict: "stays as it is" };
    case "leave":
      return { action: "leave", verdict: "is left alone" };
    default:
      return assertNever(plan.action);
  }
}

function count(targets: readonly TargetView[], diagnostics: readonly Diagnostic[]): PlanCounts {
  const resources = targets
    .filter((target) => target.action !== "refused" && target.action !== "busy")
    .flatMap((target) => target.resources);
  const of = (action: ResourceAction): number =>
    resources.filter((resource) => resource.action === action).length;
  const regions = (action: TargetAction): number =>
    targets.filter((target) => target.action === action).length;
  const warnings = [...diagnostics, ...targets.flatMap((target) => target.notes)];
  return {
    create: of("create"),
    update: of("update"),
    adopt: of("adopt"),
    replace: of("replace"),
    delete: of("delete"),
    unchanged: of("none"),
    refused: regions("refused"),
    busy: regions("busy"),
    warnings: warnings.filter((each) => each.severity === "warning").length,
  };
}
