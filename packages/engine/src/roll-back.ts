import type { ApplyEvent, Failure } from "./events.ts";
import type { Step, TargetPlan } from "./plan-model.ts";
import { recreatesWorkteams } from "./plan-workteams.ts";
import { rollbackSteps } from "./rollback-steps.ts";
import { runStep, type StepContext } from "./run-step.ts";

/** What another try of the same call would not mend. */
const permanent: ReadonlySet<Failure["reason"]> = new Set<Failure["reason"]>([
  "access-denied",
  "in-use",
  "invalid",
  "limit-exceeded",
  "unknown",
  "workforce-failed",
]);

/** Whether the step that failed was to give back what the steps before it took, and never will. */
export function isForGood(plan: TargetPlan, step: Step, failure: Failure): boolean {
  const gives =
    step.kind === "wait"
      ? step.until === "active"
      : step.call.operation === "CreateWorkforce" || step.call.operation === "UpdateWorkforce";
  return gives && recreatesWorkteams(plan.workforce) && permanent.has(failure.reason);
}

/** Puts back what was there before the run, and says how that went. It goes on to its end even if the run is stopped. */
export async function rollBack(
  context: StepContext,
  emit: (event: ApplyEvent) => Promise<void>,
  failureOf: (error: unknown, plan: TargetPlan) => Failure,
): Promise<string | undefined> {
  const { stack, plan, region } = context;
  const { target, live } = plan;
  const unstopped: StepContext = { ...context, signal: new AbortController().signal };
  try {
    const rollback = rollbackSteps(live, await region.read(), { stack, secretAtHand: plan.secretAtHand });
    if (rollback.kind === "impossible") {
      return `What was there before cannot be put back: ${rollback.reason}.`;
    }
    if (rollback.steps.length === 0) return undefined;
    await emit({ kind: "rollback-started", target, steps: rollback.steps.length });
    for (const step of rollback.steps) {
      await runStep(step, unstopped, { onRetry: () => undefined, onWaiting: async () => undefined });
    }
    await emit({ kind: "rollback-finished", target, failure: undefined });
    return describeRollback(live.workforce?.name ?? "", rollback.steps);
  } catch (error) {
    const failure = failureOf(error, plan);
    await emit({ kind: "rollback-finished", target, failure });
    return `What was there before could not be put back: ${failure.message}`;
  }
}

function describeRollback(name: string, steps: readonly Step[]): string {
  const made = steps.some((step) => step.kind === "call" && step.call.operation === "CreateWorkforce");
  return made
    ? `Workforce "${name}" was put back as it was, with its work teams; its sign-in address is a new one.`
    : `The work teams of workforce "${name}" were put back.`;
}
