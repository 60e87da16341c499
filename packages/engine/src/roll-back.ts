import type { ApplyEvent, Failure } from "./events.ts";
import type { Step, TargetPlan } from "./plan-model.ts";
import { recreatesWorkteams } from "./plan-workteams.ts";
import { rollbackSteps } from "./rollback-steps.ts";
import { runStep, type StepContext } from "./run-step.ts";
import { isDeletion } from "./take-snapshot.ts";

/** What another try of the same call would not mend. */
const permanent: ReadonlySet<Failure["reason"]> = new Set<Failure["reason"]>([
  "access-denied",
  "in-use",
  "invalid",
  "limit-exceeded",
  "refused-by-aws",
  "unknown",
  "workforce-failed",
]);

/**
 * Whether a step failed for good without which what the steps before it took never comes back: one that was to give it
 * back, or a deletion in between, such as of a team that AWS keeps while it has work to do.
 */
export function isForGood(plan: TargetPlan, step: Step, failure: Failure): boolean {
  const needed =
    step.kind === "wait"
      ? step.until === "active"
      : isDeletion(step) ||
        step.call.operation === "CreateWorkforce" ||
        step.call.operation === "UpdateWorkforce";
  return needed && recreatesWorkteams(plan.workforce) && permanent.has(failure.reason);
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
    let portal: string | undefined;
    for (const step of rollback.steps) {
      const state = await runStep(step, unstopped, {
        onRetry: () => undefined,
        onWaiting: async () => undefined,
      });
      portal = state?.subDomain ?? portal;
    }
    await emit({ kind: "rollback-finished", target, failure: undefined });
    return describeRollback(live.workforce?.name ?? "", portal);
  } catch (error) {
    const failure = failureOf(error, plan);
    await emit({ kind: "rollback-finished", target, failure });
    return `What was there before could not be put back: ${failure.message}`;
  }
}

/** `portal` is the host name of a workforce that was created again. */
function describeRollback(name: string, portal: string | undefined): string {
  return portal === undefined
    ? `The work teams of workforce "${name}" were put back.`
    : `Workforce "${name}" was put back as it was, with its work teams. Its sign-in address is a new one, https://${portal}: the identity provider must allow https://${portal}/oauth2/idpresponse before workers can sign in.`;
}
