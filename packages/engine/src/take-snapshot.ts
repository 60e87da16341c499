import type { SnapshotRecord } from "./journal.ts";
import type { Step, TargetPlan } from "./plan-model.ts";

/** Whether a step takes something live away. */
export function isDeletion(step: Step): boolean {
  return (
    step.kind === "call" &&
    (step.call.operation === "DeleteWorkforce" || step.call.operation === "DeleteWorkteam")
  );
}

/** The client secret is sensitive as such, and no region shows it. */
function secretive(paths: ReadonlySet<string> | undefined): boolean {
  return [...(paths ?? [])].some((path) => path !== "oidc_config.client_secret");
}

/**
 * The region before the first deletion, fit to be written to disk: a workforce or team of which the configuration calls
 * any value sensitive is left out, for it can be made again from the configuration and from nowhere else.
 */
export function takeSnapshot(plan: TargetPlan): SnapshotRecord {
  const { workforce, workteams } = plan.live;
  const hidden = new Set(plan.workteams.filter((team) => secretive(team.sensitive)).map((team) => team.name));
  const hidesWorkforce = workforce !== undefined && secretive(plan.workforce?.sensitive);
  const returning = plan.workteams.filter((team) => team.action === "carry" || team.action === "restore");
  const present = new Set(workteams.map((team) => team.name));
  const lost = plan.lost.filter((team) => !present.has(team.name));
  return {
    kind: "snapshot",
    target: plan.target,
    live: {
      workforce: hidesWorkforce ? undefined : workforce,
      workteams: [...workteams.filter((team) => !hidden.has(team.name)), ...lost],
    },
    carried: returning.map((team) => team.name),
    withheld: [
      ...(hidesWorkforce ? [`workforce ${workforce.name}`] : []),
      ...workteams.filter((team) => hidden.has(team.name)).map((team) => `workteam ${team.name}`),
    ],
  };
}
