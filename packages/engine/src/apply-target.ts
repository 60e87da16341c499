import type { ApplyPorts } from "./apply.ts";
import { checkUnmoved } from "./check-unmoved.ts";
import { ended } from "./ended.ts";
import type { ApplyEvent, Failure } from "./events.ts";
import { writeDown } from "./journal-failure.ts";
import type { TargetPlan } from "./plan-model.ts";
import type { Retry } from "./ports.ts";
import { RemoteError } from "./remote-error.ts";
import { isForGood, rollBack } from "./roll-back.ts";
import { runStep, type StepContext } from "./run-step.ts";
import { withoutTexts } from "./sensitive-texts.ts";
import { StepFailure } from "./step-failure.ts";
import { isDeletion, takeSnapshot } from "./take-snapshot.ts";

/** How a run ended in one target. */
export type TargetOutcome = "finished" | "failed" | "stopped";

/** Carries one target's steps out, in order, if the region is still what they were planned for. */
export async function applyTarget(
  stack: string,
  plan: TargetPlan,
  ports: ApplyPorts,
  emit: (event: ApplyEvent) => Promise<void>,
  signal: AbortSignal,
): Promise<TargetOutcome> {
  const { target, steps } = plan;
  const { clock, journal } = ports;
  const started = clock.now();
  const secret = plan.address === undefined ? undefined : ports.secretOf(plan.address);
  const context: StepContext = { stack, plan, region: ports.regionOf(target), secret, clock, signal };
  const firstDeletion = steps.findIndex(isDeletion);
  const stop = async (stepsDone: number): Promise<TargetOutcome> => {
    await emit({ kind: "target-stopped", target, stepsDone, steps: steps.length });
    return "stopped";
  };
  const fail = async (step: number, failure: Failure): Promise<TargetOutcome> => {
    await emit({ kind: "target-failed", target, step, steps: steps.length, failure });
    return "failed";
  };
  let subDomain: string | undefined;
  await emit({ kind: "target-started", target, steps: steps.length });
  try {
    await tellingRetries(context, { target, step: 1 }, emit, async (onRetry) =>
      checkUnmoved(plan, context.region, { signal, onRetry }),
    );
  } catch (error) {
    if (signal.aborted && error === signal.reason) return stop(0);
    return fail(1, failureOf(error, plan));
  }
  for (const [index, step] of steps.entries()) {
    if (signal.aborted) return stop(index);
    const at = { target, step: index + 1 };
    const stepStarted = clock.now();
    if (index === firstDeletion) await writeDown(journal, takeSnapshot(plan));
    await emit({ kind: "step-started", ...at });
    try {
      const state = await tellingRetries(context, at, emit, async (onRetry) =>
        runStep(step, context, {
          onRetry,
          onWaiting: async (status) =>
            emit({ kind: "step-waiting", ...at, status, elapsedMilliseconds: clock.now() - stepStarted }),
        }),
      );
      subDomain = state?.subDomain ?? subDomain;
    } catch (error) {
      if (signal.aborted && error === signal.reason) return stop(index);
      const failure = failureOf(error, plan);
      const outcome = isForGood(plan, step, failure) ? await rollBack(context, emit, failureOf) : undefined;
      const message = outcome === undefined ? failure.message : `${ended(failure.message)} ${outcome}`;
      return fail(at.step, { ...failure, message });
    }
    await emit({ kind: "step-finished", ...at, elapsedMilliseconds: clock.now() - stepStarted });
  }
  await emit({ kind: "target-finished", target, elapsedMilliseconds: clock.now() - started, subDomain });
  return "finished";
}

/** Retries are told from inside the SDK, which does not wait: what is told is settled before the work is. */
async function tellingRetries<T>(
  { plan }: StepContext,
  at: { readonly target: TargetPlan["target"]; readonly step: number },
  emit: (event: ApplyEvent) => Promise<void>,
  work: (onRetry: (retry: Retry) => void) => Promise<T>,
): Promise<T> {
  const told: Promise<void>[] = [];
  try {
    return await work(({ reason, ...retry }) => {
      const telling = emit({
        kind: "step-retrying",
        ...at,
        ...retry,
        reason: withoutTexts(reason, plan.sensitiveTexts),
      });
      // It is thrown below, and must not end the program before.
      telling.catch(() => undefined);
      told.push(telling);
    });
  } finally {
    await Promise.all(told);
  }
}

/** AWS's texts quote what they refuse, so what is sensitive is taken out. */
function failureOf(error: unknown, plan: TargetPlan): Failure {
  if (!(error instanceof RemoteError) && !(error instanceof StepFailure)) throw error;
  return { reason: error.reason, message: withoutTexts(error.message, plan.sensitiveTexts) };
}
