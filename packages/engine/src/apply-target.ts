import type { ApplyPorts } from "./apply.ts";
import { ended } from "./ended.ts";
import type { ApplyEvent, Failure } from "./events.ts";
import { writeDown } from "./journal-failure.ts";
import type { TargetPlan } from "./plan-model.ts";
import type { WorkforceState } from "./ports.ts";
import { RemoteError } from "./remote-error.ts";
import { isForGood, rollBack } from "./roll-back.ts";
import { runStep, type StepContext, StepFailure } from "./run-step.ts";
import { withoutTexts } from "./sensitive-texts.ts";
import { isDeletion, takeSnapshot } from "./take-snapshot.ts";

/** How a run ended in one target. */
export type TargetOutcome = "finished" | "failed" | "stopped";

/** Carries one target's steps out, in order. */
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
  let subDomain: string | undefined;
  await emit({ kind: "target-started", target, steps: steps.length });
  for (const [index, step] of steps.entries()) {
    const stopped: ApplyEvent = { kind: "target-stopped", target, stepsDone: index, steps: steps.length };
    if (signal.aborted) {
      await emit(stopped);
      return "stopped";
    }
    const at = { target, step: index + 1 };
    const stepStarted = clock.now();
    if (index === firstDeletion) await writeDown(journal, takeSnapshot(plan));
    await emit({ kind: "step-started", ...at });
    try {
      const state = await tellingRunStep(step, context, at, emit);
      subDomain = state?.subDomain ?? subDomain;
    } catch (error) {
      if (signal.aborted && error === signal.reason) {
        await emit(stopped);
        return "stopped";
      }
      const failure = failureOf(error, plan);
      const outcome = isForGood(plan, step, failure) ? await rollBack(context, emit, failureOf) : undefined;
      const message = outcome === undefined ? failure.message : `${ended(failure.message)} ${outcome}`;
      await emit({ kind: "target-failed", ...at, steps: steps.length, failure: { ...failure, message } });
      return "failed";
    }
    await emit({ kind: "step-finished", ...at, elapsedMilliseconds: clock.now() - stepStarted });
  }
  await emit({ kind: "target-finished", target, elapsedMilliseconds: clock.now() - started, subDomain });
  return "finished";
}

/** Retries are told from inside the SDK, which does not wait: what is told is settled before the step is. */
async function tellingRunStep(
  step: TargetPlan["steps"][number],
  context: StepContext,
  at: { readonly target: TargetPlan["target"]; readonly step: number },
  emit: (event: ApplyEvent) => Promise<void>,
): Promise<WorkforceState | undefined> {
  const { clock, plan } = context;
  const started = clock.now();
  const told: Promise<void>[] = [];
  try {
    return await runStep(step, context, {
      onRetry: ({ reason, ...retry }) => {
        const telling = emit({
          kind: "step-retrying",
          ...at,
          ...retry,
          reason: withoutTexts(reason, plan.sensitiveTexts),
        });
        // It is thrown below, and must not end the program before.
        telling.catch(() => undefined);
        told.push(telling);
      },
      onWaiting: async (status) =>
        emit({ kind: "step-waiting", ...at, status, elapsedMilliseconds: clock.now() - started }),
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
