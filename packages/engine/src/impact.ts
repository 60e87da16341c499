import type { Impact, Note, Step, WorkforcePlan, WorkteamPlan } from "./plan-model.ts";
import type { WorkteamUsage } from "./workteam-usage.ts";

/** What the workers notice of these steps. */
export function impactOf(
  steps: readonly Step[],
  workforce: WorkforcePlan | undefined,
  workteams: readonly WorkteamPlan[],
  usage?: WorkteamUsage,
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
    usage,
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

/** Warns of each team that is deleted while people have work to do in it. */
export function notesOnUsage(usage: WorkteamUsage | undefined): readonly Note[] {
  return [...(usage?.tasks ?? [])].flatMap(([name, tasks]) => {
    if (!tasks.readable || tasks.value.pending === 0) return [];
    const { pending } = tasks.value;
    const waiting = pending === 1 ? "a task waits" : `${pending} tasks wait`;
    const message = `Work team "${name}" is deleted while ${waiting} for its workers.`;
    return [{ severity: "warning", message } as const];
  });
}
