import type { Secret } from "@wf/parser";
import { eventQueue } from "./event-queue.ts";
import type { ApplyEvent, Failure } from "./events.ts";
import type { Plan, Target, TargetPlan } from "./plan-model.ts";
import type { Clock, JournalStore, Region } from "./ports.ts";
import { RemoteError } from "./remote-error.ts";
import { runStep, StepFailure } from "./run-step.ts";
import pMap from "p-map";

/** What a run needs of the world. */
export interface ApplyPorts {
  readonly regionOf: (target: Target) => Region;
  /** The client secret of the workforce at an address, where its configuration has one. */
  readonly secretOf: (address: string) => Secret | undefined;
  readonly clock: Clock;
  readonly journal?: JournalStore;
}

export interface ApplyOptions {
  /** How many targets are worked on at once. */
  readonly parallelism: number;
}

/**
 * Carries a plan out, step by step, targets side by side, and tells what happens. One target's failure stops that
 * target only. When the signal is aborted, the calls under way are finished, nothing more is sent, and waits end.
 */
export async function* apply(
  plan: Plan,
  ports: ApplyPorts,
  options: ApplyOptions,
  signal: AbortSignal,
): AsyncGenerator<ApplyEvent, void> {
  const targets = plan.targets.filter((target) => target.steps.length > 0);
  const started = ports.clock.now();
  const queue = eventQueue<ApplyEvent>();
  const emit = async (event: ApplyEvent): Promise<void> => {
    await ports.journal?.append(event);
    queue.push(event);
  };
  const run = async (): Promise<void> => {
    const steps = targets.reduce((sum, target) => sum + target.steps.length, 0);
    await emit({ kind: "apply-started", targets: targets.length, steps });
    const outcomes = await pMap(targets, async (target) => applyTarget(target, ports, emit, signal), {
      concurrency: options.parallelism,
    });
    const count = (outcome: Outcome): number => outcomes.filter((each) => each === outcome).length;
    await emit({
      kind: "apply-finished",
      finished: count("finished"),
      failed: count("failed"),
      stopped: count("stopped"),
      elapsedMilliseconds: ports.clock.now() - started,
    });
  };
  const running = run().finally(queue.close);
  yield* queue.events();
  await running;
}

type Outcome = "finished" | "failed" | "stopped";

async function applyTarget(
  plan: TargetPlan,
  ports: ApplyPorts,
  emit: (event: ApplyEvent) => Promise<void>,
  signal: AbortSignal,
): Promise<Outcome> {
  const { target, steps } = plan;
  const started = ports.clock.now();
  const elapsed = (since: number): number => ports.clock.now() - since;
  const secret = plan.address === undefined ? undefined : ports.secretOf(plan.address);
  const context = { plan, region: ports.regionOf(target), secret, clock: ports.clock, signal };
  let subDomain: string | undefined;
  await emit({ kind: "target-started", target, steps: steps.length });
  for (const [index, step] of steps.entries()) {
    if (signal.aborted) {
      await emit({ kind: "target-stopped", target, stepsDone: index, steps: steps.length });
      return "stopped";
    }
    const at = { target, step: index + 1 };
    const stepStarted = ports.clock.now();
    await emit({ kind: "step-started", ...at });
    try {
      const state = await runStep(step, context, {
        onRetry: (retry) => void emit({ kind: "step-retrying", ...at, ...retry }),
        onWaiting: (status) =>
          emit({ kind: "step-waiting", ...at, status, elapsedMilliseconds: elapsed(stepStarted) }),
      });
      subDomain = state?.subDomain ?? subDomain;
    } catch (error) {
      if (signal.aborted && error === signal.reason) {
        await emit({ kind: "target-stopped", target, stepsDone: index, steps: steps.length });
        return "stopped";
      }
      await emit({ kind: "target-failed", ...at, steps: steps.length, failure: failureOf(error) });
      return "failed";
    }
    await emit({ kind: "step-finished", ...at, elapsedMilliseconds: elapsed(stepStarted) });
  }
  await emit({ kind: "target-finished", target, elapsedMilliseconds: elapsed(started), subDomain });
  return "finished";
}

function failureOf(error: unknown): Failure {
  if (error instanceof RemoteError) return { reason: error.reason, message: error.message };
  if (error instanceof StepFailure) return { reason: error.reason, message: error.message };
  throw error;
}
