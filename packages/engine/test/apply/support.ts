import { type Secret, secret, type Workforce } from "@wf/parser";
import { onTestFinished } from "vitest";
import { sagemakerAccount } from "../../src/adapters/sagemaker/index.ts";
import { apply } from "../../src/apply.ts";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../src/emulator/index.ts";
import type { ApplyEvent } from "../../src/events.ts";
import type { JournalRecord } from "../../src/journal.ts";
import type { LiveRegion, LiveWorkteam } from "../../src/live-state.ts";
import { plan, type PlanOptions } from "../../src/plan.ts";
import type { Plan } from "../../src/plan-model.ts";
import type { Clock, Region } from "../../src/ports.ts";
import { fingerprint, input, options, stack } from "../builders.ts";

/** An emulated AWS, reached through the real adapter over a real socket. */
export interface World {
  readonly emulator: Emulator;
  readonly region: (name?: string) => Region;
}

/** Starts one that goes when the test ends; retries hardly wait. */
export async function world(emulatorOptions: EmulatorOptions = {}): Promise<World> {
  const emulator = await startEmulator({ vpcDelayMilliseconds: 0, ...emulatorOptions });
  onTestFinished(async () => emulator.close());
  return worldOf(emulator);
}

/** The same around an emulator that is there already. */
export function worldOf(emulator: Emulator): World {
  const account = sagemakerAccount({
    endpoint: emulator.url,
    credentials: { accessKeyId: "123456789012", secretAccessKey: "savanna" },
    retryPauseMilliseconds: 1,
  });
  const regions = new Map<string, Region>();
  return {
    emulator,
    region: (name = "eu-west-1") => {
      const known = regions.get(name) ?? account.region(name);
      regions.set(name, known);
      return known;
    },
  };
}

/** A clock that does not wait: sleeping moves it on. */
export function quickClock(onSleep: () => void = () => undefined): Clock {
  let now = 0;
  return {
    now: () => now,
    sleep: async (milliseconds, signal) => {
      onSleep();
      signal?.throwIfAborted();
      now += milliseconds;
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
      signal?.throwIfAborted();
    },
  };
}

/** Reads the regions of these workforces and plans them. */
export async function planFor(
  { region }: World,
  desired: readonly Workforce[],
  asked: Partial<PlanOptions> = {},
  lost: readonly LiveWorkteam[] = [],
): Promise<Plan> {
  const inputs = await Promise.all(
    desired.map(async (each) =>
      input(each, await region(each.region).read(), {
        target: { account: undefined, region: each.region },
        fingerprint: each.identityProvider?.kind === "oidc" ? fingerprint : undefined,
        lost,
      }),
    ),
  );
  return plan(stack, inputs, options(asked));
}

export interface RunSettings {
  readonly clock?: Clock;
  readonly signal?: AbortSignal;
  readonly parallelism?: number;
  readonly secret?: Secret;
  readonly onEvent?: (event: ApplyEvent) => void;
  /** Where records go; to be read where the run does not come to its end. */
  readonly journal?: JournalRecord[];
  /** Called before a record is written down, which it may refuse by throwing. */
  readonly onRecord?: () => void;
}

/** What a run told and wrote down. */
export interface Ran {
  readonly events: readonly ApplyEvent[];
  readonly journal: readonly JournalRecord[];
}

/** Carries a plan out to its end. */
export async function run({ region }: World, made: Plan, settings: RunSettings = {}): Promise<Ran> {
  const journal = settings.journal ?? [];
  const events: ApplyEvent[] = [];
  const ports = {
    regionOf: (target: { readonly region: string }) => region(target.region),
    secretOf: () => settings.secret ?? secret("Xray~Vision.2026-secret"),
    clock: settings.clock ?? quickClock(),
    journal: {
      append: async (record: JournalRecord) => {
        settings.onRecord?.();
        journal.push(structuredClone(record));
        return Promise.resolve();
      },
    },
  };
  const signal = settings.signal ?? new AbortController().signal;
  for await (const event of apply(made, ports, { parallelism: settings.parallelism ?? 10 }, signal)) {
    events.push(event);
    settings.onEvent?.(event);
  }
  return { events, journal };
}

/** Plans, applies and says what the region holds then. */
export async function converge(
  made: World,
  desired: Workforce,
  asked: Partial<PlanOptions> = {},
): Promise<Ran & { readonly live: LiveRegion; readonly plan: Plan }> {
  const planned = await planFor(made, [desired], asked);
  const ran = await run(made, planned);
  return { ...ran, plan: planned, live: await made.region(desired.region).read() };
}

/** The mutating calls that the emulator got from the one on, in order. */
export function changes(emulator: Emulator, from = 0): readonly string[] {
  return emulator
    .calls()
    .slice(from)
    .map((call) => call.operation)
    .filter((operation) => !/^(List|Describe)/.test(operation));
}

/** The last word on a target. */
export function failureIn(events: readonly ApplyEvent[]): {
  readonly reason: string;
  readonly message: string;
} {
  const failed = events.find((event) => event.kind === "target-failed");
  if (failed === undefined) throw new Error("Nothing failed");
  return failed.failure;
}
