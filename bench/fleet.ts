import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Emulator, startEmulator } from "@wf/engine/emulator";
import type { Chapter } from "./chapter.ts";
import { fleetOf, fleetRegions } from "./fleet-configuration.ts";
import { table } from "./markdown.ts";
import { plot } from "./plot.ts";
import { type Sts, startSts } from "./sts.ts";
import { terraformPlan } from "./terraform-fleet.ts";
import { type Contestant, timeInTurns, type Usage } from "./whole-process.ts";

const root = path.join(import.meta.dirname, "..");
const wf = path.join(root, "packages/cli/dist/wf.js");
const picture = path.join(root, "docs/pictures/fleet.svg");
const nearby = 20;
const latencies = [20, 50, 100];
const parallelism = 64;
const sizes = [10, 30, 100, 300, 1000];
const replacements = [50, 200, 800];
const comparedReplacements = 200;
const largest = 1000;
const besideTerraform = [1, 5, 10];
const accounts = [100, 300, 1000];

interface Measured {
  readonly regions: number;
  readonly latency: number;
  readonly calls: number;
  readonly wf: Usage;
  readonly bare: Usage | undefined;
}

/** Many regions and accounts at once, against an emulator that answers late. */
export async function fleet(): Promise<Chapter> {
  const empty: Measured[] = [];
  const unchanged: Measured[] = [];
  for (const size of sizes) {
    await inFleet({ regions: size }, async (run) => {
      empty.push(await run.measure(["plan"], true));
      await run.once(["apply", "--auto-approve"]);
      unchanged.push(await run.measure(["plan"], true));
    });
  }
  const apart: Measured[] = [];
  for (const size of accounts) {
    await inFleet({ regions: size, inEach: 1 }, async (run) => {
      await run.once(["apply", "--auto-approve"]);
      apart.push(await run.measure(["plan"], true));
    });
  }
  const replaced: Measured[] = [];
  for (const size of replacements) {
    await inFleet({ regions: size }, async (run) => replaced.push(await replaceAll(run)));
  }
  const farPlans: Measured[] = [];
  const farReplacements: Measured[] = [];
  for (const latency of latencies) {
    await inFleet({ regions: largest, latency }, async (run) => {
      await run.once(["apply", "--auto-approve"]);
      farPlans.push(await run.measure(["plan"], true));
    });
    await inFleet({ regions: comparedReplacements, latency }, async (run) =>
      farReplacements.push(await replaceAll(run)),
    );
  }
  const beside = await compareWithTerraform();
  await mkdir(path.dirname(picture), { recursive: true });
  await writeFile(
    picture,
    plot("Plan of a fleet, by its regions", "regions", "seconds", [
      { name: "without changes", points: unchanged.map(point) },
      { name: "nothing there yet", points: empty.map(point) },
      { name: "ideal, without changes", points: unchanged.map((each) => [each.regions, ideal(each) / 1000]) },
    ]),
  );
  return {
    text: [
      "## Fleets",
      `\`wf plan --parallelism ${parallelism}\` of so many regions, 25 in each account, a workforce with one work team in each, against
an emulator on the same cores that answers each call after ${nearby} ms. Ideal is calls × latency ÷ parallelism: no work at all.
Bare Node makes the same calls with \`node:http\`, unsigned, and does nothing with the answers. Medians of 3 whole processes.`,
      "### Nothing there yet",
      "Which account is whose, STS is asked once an account, as blocks of several accounts meet in regions where nothing tells.",
      fleetTable(empty),
      "### Without changes",
      fleetTable(unchanged),
      "![The time that a plan takes, by its regions](pictures/fleet.svg)",
      `What is alive of 1,000 regions when their plan is printed is 17 MB, of 10 regions 13 MB. What else the memory grows by
is garbage that V8 does not yet care to collect, as it gives young objects 96 MB where they come fast and memory is
plenty: with \`NODE_OPTIONS=--max-semi-space-size=4\` the peak is 174 MB, and the plan takes a fifth longer.`,
      "### Replacements at once",
      "One whole process each: reading, reading once more before the first call, snapshots, the work team and the workforce deleted, created again and waited for, each step in the journal.",
      fleetTable(replaced),
      "### An account for each region",
      "Without changes; each account by a profile of its own, all of them in one file, which is parsed once.",
      fleetTable(apart),
      "### Further away",
      `The same with answers that come later, as AWS's do: ${largest} regions without changes, and ${comparedReplacements} replacements. What a call
costs the machine stays what it is, and is less than what the network takes: regions are worked on ${parallelism} at once, and in each of
them two calls are made at once, so a plan then takes less than the ideal of one call at once.`,
      latencyTable(farPlans, farReplacements),
      "### Beside Terraform",
      ...beside.paragraphs,
    ].join("\n\n"),
    ratios: {
      ...beside.ratios,
      "plan of 1,000 regions, nothing there, against bare Node": againstBare(empty.at(-1)),
      "plan of 1,000 regions without changes, against bare Node": againstBare(unchanged.at(-1)),
      "plan of 1,000 regions without changes, against the ideal": againstIdeal(unchanged.at(-1)),
      "plan of 1,000 accounts without changes, against bare Node": againstBare(apart.at(-1)),
      "plan of 1,000 regions at 100 ms a call, against the ideal": againstIdeal(farPlans.at(-1)),
      [`apply of ${comparedReplacements} replacements, against the ideal`]: againstIdeal(
        replaced.find(({ regions }) => regions === comparedReplacements),
      ),
    },
  };
}

/** Plans without changes of some regions of one account, and the same by Terraform, with a provider alias for each. */
async function compareWithTerraform(): Promise<{
  readonly paragraphs: readonly string[];
  readonly ratios: Readonly<Record<string, number>>;
}> {
  const rows: string[][] = [];
  let version = "";
  let ratio = Number.NaN;
  for (const size of besideTerraform) {
    const theirs = await terraformPlan(size, nearby);
    if (theirs === undefined)
      return { paragraphs: ["Terraform and its AWS provider were not on this machine."], ratios: {} };
    await inFleet({ regions: size }, async (run) => {
      await run.once(["apply", "--auto-approve"]);
      const { wf: mine } = await run.measure(["plan"], true);
      ({ version } = theirs);
      ratio = mine.milliseconds / theirs.usage.milliseconds;
      rows.push([
        `${size}`,
        seconds(mine.milliseconds),
        memory(mine),
        seconds(theirs.usage.milliseconds),
        memory(theirs.usage),
        (1 / ratio).toFixed(0),
      ]);
    });
  }
  return {
    paragraphs: [
      `A plan without changes, in regions of one account. ${version} needs a provider alias for each of them, and starts a process
for each; their memory is added up. One whole process of it, of \`wf\` the median of 3.`,
      table(["regions", "wf", "peak memory", "Terraform", "peak memory", "times as long as wf"], rows),
    ],
    ratios: {
      [`plan of ${besideTerraform.at(-1)} regions, against a thousandth of Terraform's`]: 1000 * ratio,
    },
  };
}

const point = ({ regions, wf: { milliseconds } }: Measured): readonly [number, number] => [
  regions,
  milliseconds / 1000,
];
const ideal = ({ calls, latency }: Measured): number => (calls * latency) / parallelism;

async function replaceAll(run: FleetRun): Promise<Measured> {
  await run.once(["apply", "--auto-approve"]);
  return run.measure(["apply", "--auto-approve", "--allow-delete", "--var", "name=moved"], false);
}

function againstIdeal(measured: Measured | undefined): number {
  return measured === undefined ? Number.NaN : measured.wf.milliseconds / ideal(measured);
}

function againstBare(measured: Measured | undefined): number {
  return measured?.bare === undefined ? Number.NaN : measured.wf.milliseconds / measured.bare.milliseconds;
}

function fleetTable(all: readonly Measured[]): string {
  const head = [
    "regions",
    "calls",
    "ideal",
    "bare Node",
    "wf",
    "wf ÷ ideal",
    "wf ÷ bare Node",
    "a region",
    "peak memory",
  ];
  const rows = all.map((each) => [
    `${each.regions}`,
    `${each.calls}`,
    seconds(ideal(each)),
    each.bare === undefined ? "" : seconds(each.bare.milliseconds),
    seconds(each.wf.milliseconds),
    againstIdeal(each).toFixed(1),
    each.bare === undefined ? "" : againstBare(each).toFixed(1),
    `${(each.wf.milliseconds / each.regions).toFixed(1)} ms`,
    memory(each.wf),
  ]);
  return table(head, rows);
}

function latencyTable(plans: readonly Measured[], applies: readonly Measured[]): string {
  const head = ["a call", "plan", "ideal", "plan ÷ ideal", "replacements", "ideal", "replacements ÷ ideal"];
  const columns = (each: Measured | undefined): readonly string[] =>
    each === undefined
      ? []
      : [seconds(each.wf.milliseconds), seconds(ideal(each)), againstIdeal(each).toFixed(1)];
  const rows = plans.map((each, index) => [
    `${each.latency} ms`,
    ...columns(each),
    ...columns(applies[index]),
  ]);
  return table(head, rows);
}

const memory = ({ megabytes }: Usage): string =>
  megabytes === undefined ? "not known here" : `${megabytes.toFixed(0)} MB`;
const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;

interface FleetRun {
  /** Runs a command to its end. */
  readonly once: (args: readonly string[]) => Promise<void>;
  /** Measures a command: three times beside bare Node, or once where it changes what is there. */
  readonly measure: (args: readonly string[], again: boolean) => Promise<Measured>;
}

interface FleetOptions {
  readonly regions: number;
  /** How many of them an account has; as many as there are by default. */
  readonly inEach?: number;
  /** After how many milliseconds a call is answered. */
  readonly latency?: number;
}

async function inFleet(
  { regions, inEach = fleetRegions.length, latency = nearby }: FleetOptions,
  use: (run: FleetRun) => Promise<unknown>,
): Promise<void> {
  const directory = await mkdtemp(path.join(tmpdir(), "wf-bench-"));
  const emulator = await startEmulator({ latencyMilliseconds: latency });
  const sts = await startSts(latency);
  try {
    const { configuration, credentials } = fleetOf(regions, inEach);
    await writeFile(path.join(directory, "main.wf.hcl"), configuration);
    await writeFile(path.join(directory, "credentials"), credentials);
    await use(fleetRun(directory, emulator, sts, { regions, inEach, latency }));
  } finally {
    await emulator.close();
    sts.close();
    await rm(directory, { recursive: true, force: true });
  }
}

function fleetRun(
  directory: string,
  emulator: Emulator,
  sts: Sts,
  { regions, inEach, latency }: Required<FleetOptions>,
): FleetRun {
  const environment = {
    AWS_ENDPOINT_URL_SAGEMAKER: emulator.url,
    AWS_ENDPOINT_URL_STS: sts.url,
    AWS_SHARED_CREDENTIALS_FILE: path.join(directory, "credentials"),
    FLEET_COUNT: `${regions}`,
    FLEET_PARALLELISM: `${parallelism}`,
    FLEET_REGIONS: fleetRegions.slice(0, inEach).join(),
  };
  const callsSoFar = (): number => emulator.calls().length + sts.calls();
  const bare: Contestant = { name: "bare", args: [path.join(root, "bench/bare-fleet.mjs")], environment };
  const contestant = (args: readonly string[]): Contestant => ({
    name: "wf",
    args: [wf, ...args, "-C", directory, "--parallelism", `${parallelism}`],
    environment,
  });
  return {
    once: async (args) => {
      await timeInTurns([contestant(args)], 1, 0);
    },
    measure: async (args, again) => {
      const before = callsSoFar();
      const first = await timeInTurns([contestant(args)], 1, 0);
      const calls = callsSoFar() - before;
      const usages = again ? await timeInTurns([contestant(args), bare], 3, 0) : first;
      const mine = usages.get("wf");
      if (mine === undefined) throw new Error("Nothing was measured");
      return { regions, latency, calls, wf: mine, bare: usages.get("bare") };
    },
  };
}
