import { secretState } from "./fingerprint.ts";
import { impactOf } from "./impact.ts";
import type { LiveWorkforce } from "./live-state.ts";
import type { Step, TargetAction, TargetPlan } from "./plan-model.ts";
import { rollbackSteps } from "./rollback-steps.ts";
import type { TargetHistory } from "./run-history.ts";

/** What is known when a run is rolled back. */
export interface RollbackFacts {
  readonly stack: string;
  /** Of the configured client secret, where the workforce has one. */
  readonly fingerprint: string | undefined;
}

/** Why what a run deleted cannot be put back, as far as its journal tells. */
export function rollbackObstacle({ plan, restored, snapshot }: TargetHistory): string | undefined {
  const { region } = plan.target;
  if (snapshot === undefined) return `The run deleted nothing in ${region}: there is nothing to put back.`;
  if (restored) return `The run has put back what it deleted in ${region} itself.`;
  if (snapshot.withheld.length === 0) return undefined;
  return `What was in ${region} cannot be put back: its configuration calls parts of it sensitive, so the run did not write them down (${snapshot.withheld.join(", ")}).`;
}

/** The plan that puts back what a run deleted in a target, which is as `found` tells now; or why there is none. */
export function planRollback(
  part: TargetHistory,
  found: TargetPlan,
  { fingerprint, stack }: RollbackFacts,
): { readonly plan: TargetPlan } | { readonly obstacle: string } {
  const { plan, snapshot } = part;
  const obstacle = rollbackObstacle(part);
  if (snapshot === undefined || obstacle !== undefined) return { obstacle: obstacle ?? "" };
  const { workforce } = snapshot.live;
  const secretAtHand =
    workforce !== undefined &&
    fingerprint !== undefined &&
    secretState(workforce.tags, fingerprint) === "same";
  const rollback = rollbackSteps(snapshot.live, found.live, { stack, secretAtHand });
  if (rollback.kind === "impossible")
    return { obstacle: `What was in ${plan.target.region} cannot be put back: ${rollback.reason}.` };
  const { steps } = rollback;
  const action = actionOf(steps);
  return {
    plan: {
      ...found,
      action,
      workforce: undefined,
      workteams: [],
      refusals: [],
      notes: steps.length === 0 ? [] : [{ severity: "warning", message: whatComesBack(action, workforce) }],
      steps,
      impact: {
        ...impactOf(steps, undefined, []),
        signInAddressChanges: has(steps, "CreateWorkforce"),
      },
      lost: [],
      secretAtHand,
    },
  };
}

/** A workforce that is still there is not changed: nothing tells the client secret that it had, and the run may have sent another. */
function whatComesBack(action: TargetAction, workforce: LiveWorkforce | undefined): string {
  const name = `"${workforce?.name ?? ""}"`;
  if (action === "update")
    return `The work teams that the run deleted are put back as they were. Workforce ${name} stays as it is now, with all that the run changed of it.`;
  const when = workforce?.lastUpdatedDate ?? "the run's start";
  const back = `Workforce ${name} is put back as it was at ${when}, with its work teams and tags`;
  return action === "replace" ? `${back}; what the region holds instead goes.` : `${back}.`;
}

function actionOf(steps: readonly Step[]): TargetAction {
  if (steps.length === 0) return "none";
  if (has(steps, "DeleteWorkforce")) return "replace";
  return has(steps, "CreateWorkforce") ? "create" : "update";
}

function has(steps: readonly Step[], operation: "CreateWorkforce" | "DeleteWorkforce"): boolean {
  return steps.some((step) => step.kind === "call" && step.call.operation === operation);
}
