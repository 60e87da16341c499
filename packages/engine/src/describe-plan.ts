import { assertNever } from "./assert-never.ts";
import { describeAttribute, knownAfterApply } from "./describe-attribute.ts";
import { describeImpact } from "./describe-impact.ts";
import { describeStep } from "./describe-step.ts";
import type { Plan, TargetPlan, WorkforceChange, WorkforcePlan, WorkteamPlan } from "./plan-model.ts";
import type {
  AttributeView,
  PlanCounts,
  PlanView,
  ResourceAction,
  ResourceView,
  TargetView,
} from "./plan-view.ts";

/** Decides everything that is shown of a plan, once for all renderers. */
export function describePlan(plan: Plan): PlanView {
  const targets = plan.targets.map(describeTarget);
  return { stack: plan.stack, counts: count(targets), targets };
}

function describeTarget(plan: TargetPlan): TargetView {
  const workforce = plan.workforce;
  return {
    address: plan.address,
    account: plan.target.account,
    region: plan.target.region,
    action: plan.action,
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
        describeAttribute(change, plan.sensitive, changesLive ? commentOn(change) : undefined),
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
      return "will be updated in place";
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
function commentOn(change: WorkforceChange): string | undefined {
  if (change.effect === "staged")
    return "the work teams go first and come back: AWS takes it only without teams";
  if (change.effect !== "replace") return undefined;
  const why =
    change.path === "name"
      ? "a workforce's name cannot be changed"
      : change.before === undefined || change.after === undefined
        ? "the kind of identity provider cannot be changed"
        : "the user pool and client of a workforce cannot be changed";
  return `forces delete-then-create: ${why}`;
}

function newAddress(plan: WorkforcePlan): readonly AttributeView[] {
  if (plan.action !== "create" && plan.action !== "replace") return [];
  const before = plan.liveSubDomain;
  const value = before === undefined ? undefined : ({ kind: "text", value: before } as const);
  const change = { path: "sub_domain", before: value, after: { kind: "text", value: "" } as const };
  return [{ ...describeAttribute(change, new Set(), undefined), after: knownAfterApply }];
}

function describeWorkteam(plan: WorkteamPlan): ResourceView {
  return {
    type: "workteam",
    name: plan.name,
    ...workteamVerdict(plan),
    reasons: [],
    attributes: plan.changes.map((change) => describeAttribute(change, plan.sensitive, undefined)),
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

function count(targets: readonly TargetView[]): PlanCounts {
  const actions = targets
    .filter((target) => target.action !== "refused" && target.action !== "busy")
    .flatMap((target) => target.resources.map((resource) => resource.action));
  const of = (action: ResourceAction): number => actions.filter((each) => each === action).length;
  return {
    create: of("create"),
    update: of("update"),
    adopt: of("adopt"),
    replace: of("replace"),
    delete: of("delete"),
    unchanged: of("none"),
    refused: targets.filter((target) => target.action === "refused").length,
  };
}
