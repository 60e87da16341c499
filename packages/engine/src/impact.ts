import type { Impact, Step, WorkforcePlan, WorkteamPlan } from "./plan-model.ts";

/** What the workers notice of these steps. */
export function impactOf(
  steps: readonly Step[],
  workforce: WorkforcePlan | undefined,
  workteams: readonly WorkteamPlan[],
): Impact {
  const named = (...actions: readonly WorkteamPlan["action"][]): readonly string[] =>
    steps.length === 0
      ? []
      : workteams.filter((team) => actions.includes(team.action)).map((team) => team.name);
  return {
    portalClosed: portalClosed(steps),
    signInAddressChanges: steps.length > 0 && workforce?.action === "replace",
    workteamsRecreated: named("recreate", "carry"),
    workteamsDeleted: named("delete"),
  };
}

/** The portal is down from the workforce's deletion until its successor is Active, or for good. */
function portalClosed(steps: readonly Step[]): Impact["portalClosed"] {
  const deletion = steps.findIndex(
    (step) => step.kind === "call" && step.call.operation === "DeleteWorkforce",
  );
  if (deletion === -1) return undefined;
  const back = steps.findLastIndex((step) => step.kind === "wait" && step.until === "active");
  return { fromStep: deletion + 1, toStep: (back > deletion ? back : steps.length - 1) + 1 };
}
