import type { LiveWorkteam } from "./live-state.ts";
import type { TargetPlan } from "./plan-model.ts";

/** The live teams that a region's steps delete, those that come back included. */
export function deletedWorkteams({
  live,
  steps,
}: Pick<TargetPlan, "live" | "steps">): readonly LiveWorkteam[] {
  const deleted = new Set(
    steps.flatMap((step) =>
      step.kind === "call" && step.call.operation === "DeleteWorkteam" ? [step.call.input.WorkteamName] : [],
    ),
  );
  return live.workteams.filter((team) => deleted.has(team.name));
}
