import type { Secret } from "@wf/parser";
import pMap from "p-map";
import { applyTarget, type TargetOutcome } from "./apply-target.ts";
import { describeStep } from "./describe-step.ts";
import { eventQueue } from "./event-queue.ts";
import type { ApplyEvent } from "./events.ts";
import { JournalFailure, writeDown } from "./journal-failure.ts";
import type { Plan, Target, TargetPlan } from "./plan-model.ts";
import type { Clock, JournalStore, Region } from "./ports.ts";

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
    await writeDown(ports.journal, event);
    queue.push(event);
  };
  const run = async (): Promise<void> => {
    await Promise.all(
      targets.map(async (each) => {
        const { accountId, address, target } = each;
        const steps = each.steps.map((step) => describeStep(step, each));
        await writeDown(ports.journal, { kind: "target-plan", target, accountId, address, steps });
      }),
    );
    const steps = targets.reduce((sum, target) => sum + target.steps.length, 0);
    await emit({ kind: "apply-started", targets: targets.length, steps });
    // Even a bug in one target must not leave the others half done and unwatched: it is thrown when they are through.
    const outcomes = await pMap(
      targets,
      async (target) =>
        orUnwritten(target, emit, queue.push, async (tell) =>
          applyTarget(plan.stack, target, ports, tell, signal),
        ),
      {
        concurrency: options.parallelism,
        stopOnError: false,
      },
    );
    const count = (outcome: (typeof outcomes)[number]): number =>
      outcomes.filter((each) => each === outcome).length;
    const finished: ApplyEvent = {
      kind: "apply-finished",
      finished: count("finished"),
      failed: count("failed"),
      stopped: count("stopped"),
      elapsedMilliseconds: ports.clock.now() - started,
    };
    // Nothing is left to be begun: whoever follows the run is told all the same.
    await writeDown(ports.journal, finished).catch(() => undefined);
    queue.push(finished);
  };
  const running = run().finally(queue.close);
  // The reader may be a while with the events that came before a failure.
  running.catch(() => undefined);
  yield* queue.events();
  try {
    await running;
  } catch (error) {
    throw error instanceof AggregateError && error.errors.length === 1 ? error.errors[0] : error;
  }
}

/** Ends a target where the journal cannot be written any more: it failed, which can be told to those who follow only. */
async function orUnwritten(
  { steps, target }: TargetPlan,
  emit: (event: ApplyEvent) => Promise<void>,
  push: (event: ApplyEvent) => void,
  work: (emit: (event: ApplyEvent) => Promise<void>) => Promise<TargetOutcome>,
): Promise<TargetOutcome> {
  let step = 1;
  try {
    return await work(async (event) => {
      if ("step" in event) ({ step } = event);
      await emit(event);
    });
  } catch (error) {
    if (!(error instanceof JournalFailure)) throw error;
    const failure = { reason: "journal-unwritable", message: error.message } as const;
    push({ kind: "target-failed", target, step, steps: steps.length, failure });
    return "failed";
  }
}
