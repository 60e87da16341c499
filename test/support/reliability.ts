import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type EmulatorSeed, type EmulatorState, startEmulator } from "@wf/engine/emulator";
import { runTroubled } from "./run-troubled.ts";
import { type Run, startWf } from "./run-wf.ts";
import type { Scenario } from "./scenarios.ts";
import type { Trouble } from "./trouble-proxy.ts";

const place = "123456789012/eu-west-1";

/** A scenario made ready: the region to start from, what one whole run makes of it, and the calls it takes. */
export interface Rehearsal {
  readonly scenario: Scenario;
  readonly start: EmulatorSeed;
  readonly expected: string;
  readonly calls: readonly string[];
}

/** Goes through a scenario without trouble. */
export async function rehearse(scenario: Scenario): Promise<Rehearsal> {
  const start = scenario.before === undefined ? {} : await stateAfter(scenario);
  const whole = await inWorld(scenario, start, async (world) => {
    const { run, calls } = await world.wf(undefined);
    if (run.code !== 0) throw new Error(`${scenario.name}: ${run.stdout}${run.stderr}`);
    return { expected: world.state(), calls };
  });
  return { scenario, start, ...whole };
}

/** How a scenario ended with trouble in its first run. */
export interface Outcome {
  /** The region is what one whole run makes of it. */
  readonly converged: boolean;
  /** How many runs it took. */
  readonly runs: number;
  /** What the last run said, for a person to look into. */
  readonly said: string;
}

/** Runs into trouble, runs again if the first run did not end well, and compares the region. */
export async function tryTrouble(rehearsal: Rehearsal, trouble: Trouble): Promise<Outcome> {
  const { scenario, start, expected } = rehearsal;
  return inWorld(scenario, start, async (world) => {
    const first = await world.wf(trouble);
    const again = first.run.code === 0 ? undefined : await world.wf(undefined);
    const last = again ?? first;
    const found = world.state();
    return {
      converged: found === expected && last.run.code === 0,
      runs: again === undefined ? 1 : 2,
      said: `${first.run.stdout}${first.run.stderr}\n---\n${again?.run.stdout ?? ""}${again?.run.stderr ?? ""}\n${found}`,
    };
  });
}

interface ScenarioWorld {
  readonly wf: (
    trouble: Trouble | undefined,
  ) => Promise<{ readonly run: Run; readonly calls: readonly string[] }>;
  readonly state: () => string;
}

/** An emulator and a directory with the scenario's configuration, which go afterwards. */
async function inWorld<T>(
  scenario: Scenario,
  start: EmulatorSeed,
  use: (world: ScenarioWorld) => Promise<T>,
): Promise<T> {
  const directory = await mkdtemp(path.join(tmpdir(), "wf-reliability-"));
  const emulator = await startEmulator({ vpcDelayMilliseconds: 50, state: start });
  try {
    await writeFile(path.join(directory, "main.wf.hcl"), scenario.after);
    return await use({
      wf: async (trouble) => {
        const carry = scenario.foreign === undefined ? [] : ["--carry-teams"];
        const args = [scenario.command, "--auto-approve", "--allow-delete", ...carry];
        return runTroubled(args, trouble, { directory, endpoint: emulator.url });
      },
      state: () => comparable(emulator.state()),
    });
  } finally {
    await emulator.close();
    await rm(directory, { recursive: true, force: true });
  }
}

/** The region that the scenario starts from, with the team that is not ours. */
async function stateAfter(scenario: Scenario): Promise<EmulatorSeed> {
  const first: Scenario = {
    name: scenario.name,
    before: undefined,
    after: scenario.before ?? "",
    command: "apply",
  };
  const directory = await mkdtemp(path.join(tmpdir(), "wf-reliability-"));
  const emulator = await startEmulator({ vpcDelayMilliseconds: 50 });
  try {
    await writeFile(path.join(directory, "main.wf.hcl"), first.after);
    const run = await startWf(["apply", "--auto-approve"], { directory, endpoint: emulator.url }).ended;
    if (run.code !== 0) throw new Error(`${scenario.name}: ${run.stdout}${run.stderr}`);
    const { regions } = emulator.state();
    const region = regions[place];
    const foreign = (scenario.foreign === undefined ? [] : [scenario.foreign]).map(({ members }) => ({
      name: "rangers",
      description: "Made in the console",
      members: [...members],
      tags: [{ Key: "made-by", Value: "console" }],
    }));
    return {
      regions: { ...regions, [place]: { ...region, workteams: [...(region?.workteams ?? []), ...foreign] } },
    };
  } finally {
    await emulator.close();
    await rm(directory, { recursive: true, force: true });
  }
}

function byKey(left: { readonly Key: string }, right: { readonly Key: string }): number {
  return left.Key < right.Key ? -1 : 1;
}

/** All that a region holds but times, and how many workforces it has seen. */
function comparable({ regions }: EmulatorState): string {
  const { workforce, workteams = [] } = regions[place] ?? {};
  const plain = {
    workforce: workforce && {
      ...workforce,
      creation: 0,
      createdAt: 0,
      updatedAt: 0,
      tags: workforce.tags.toSorted(byKey),
    },
    workteams: workteams
      .map((each) => ({ ...each, createdAt: 0, updatedAt: 0, tags: each.tags.toSorted(byKey) }))
      .sort((left, right) => (left.name < right.name ? -1 : 1)),
  };
  return JSON.stringify(plain, undefined, 2);
}
