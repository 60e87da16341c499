import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { functionHost } from "@wf/engine/node";
import { format, parse, readConfiguration, type Source } from "@wf/parser";
import type { Chapter } from "./chapter.ts";
import { generatedConfiguration } from "./generated-configuration.ts";
import { timeWarm } from "./in-process.ts";
import { terraformVersion } from "./machine.ts";
import { table } from "./markdown.ts";
import { peers } from "./peers.ts";
import { shapes } from "./shapes.ts";
import { teamsConfiguration } from "./teams.ts";
import { type Contestant, timeInTurns, type Usage } from "./whole-process.ts";

const root = path.join(import.meta.dirname, "..");
const large = generatedConfiguration(5_000_000);
const small = generatedConfiguration(500_000);
const fmtRounds = 7;

/** Reading, evaluating and laying out configurations; and that no text takes time in the square of its length. */
export async function language(): Promise<Chapter> {
  const warm = await throughput();
  const whole = await wholeFmt();
  const paragraphs = [
    "## Language",
    "The large configuration has 5 MB in canonical layout, of blocks, objects, `for` expressions, templates and comments.",
    ...warm.paragraphs,
    ...whole.paragraphs,
    ...(await evaluation()),
    ...quadratic(),
  ];
  return { text: paragraphs.join("\n\n"), ratios: { ...warm.ratios, ...whole.ratios } };
}

/** A part of the chapter. */
interface Part {
  readonly paragraphs: readonly string[];
  readonly ratios: Chapter["ratios"];
}

const source = (text: string): Source => ({ name: "main.wf.hcl", text });

async function throughput(): Promise<Part> {
  const ours = await timeWarm({ parse: () => parse(source(large)), format: () => format(source(large)) });
  const rows = [...ours].map(([name, time]) => [name, speed(large, time)]);
  const beside = await timeWarm(
    {
      "wf, parse": () => parse(source(small)),
      ...Object.fromEntries(Object.entries(peers).map(([name, peer]) => [name, () => peer(small)])),
    },
    2,
  );
  const mine = beside.get("wf, parse") ?? Number.NaN;
  const paragraphs = [
    "### Warm, in one process",
    "`format` parses, lays out, and compares.",
    table(["what", "speed"], rows),
    "Beside packages of npm that parse HCL2, on a tenth of it. They make JSON, of which `wf` makes a tree with places.",
    table(
      ["parser", "speed", "times as long as wf"],
      [...beside].map(([name, time]) => [name, speed(small, time), (time / mine).toFixed(1)]),
    ),
  ];
  const ratios = Object.keys(peers).map(
    (name) => [`parse, against ${name}`, mine / (beside.get(name) ?? 0)] as const,
  );
  return { paragraphs, ratios: Object.fromEntries(ratios) };
}

function speed(text: string, milliseconds: number): string {
  return `${(text.length / 1000 / milliseconds).toFixed(1)} MB/s`;
}

async function wholeFmt(): Promise<Part> {
  const directory = await mkdtemp(path.join(tmpdir(), "wf-bench-"));
  try {
    const version = terraformVersion();
    await writeFile(path.join(directory, "main.wf.hcl"), large);
    await writeFile(path.join(directory, "main.tf"), large);
    const wf: Contestant = {
      name: "wf fmt --check",
      args: [path.join(root, "packages/cli/dist/wf.js"), "fmt", "--check", "-C", directory],
    };
    const terraform: Contestant = {
      name: "terraform fmt -check",
      command: "terraform",
      args: ["fmt", "-check", path.join(directory, "main.tf")],
    };
    const usages = await timeInTurns(version === undefined ? [wf] : [wf, terraform], fmtRounds, 1);
    const mine = usages.get(wf.name)?.milliseconds ?? Number.NaN;
    const theirs = usages.get(terraform.name)?.milliseconds;
    const paragraphs = [
      "### `fmt --check` of the large configuration",
      `Medians of ${fmtRounds} whole processes. ${version === undefined ? "Terraform was not on this machine." : `Terraform is ${version}.`}`,
      table(
        ["command", "time", "peak memory", "times as long as wf"],
        [...usages].map(([name, usage]) => [`\`${name}\``, ...usageCells(usage, mine)]),
      ),
    ];
    return {
      paragraphs,
      ratios: theirs === undefined ? {} : { "fmt --check, against terraform fmt -check": mine / theirs },
    };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function usageCells({ milliseconds, megabytes }: Usage, against: number): readonly string[] {
  const memory = megabytes === undefined ? "not known here" : `${megabytes.toFixed(0)} MB`;
  return [`${(milliseconds / 1000).toFixed(2)} s`, memory, (milliseconds / against).toFixed(1)];
}

const teamCounts = [500, 1000, 2500, 5000];

async function evaluation(): Promise<readonly string[]> {
  const tasks = teamCounts.map((count) => {
    const sources = [source(teamsConfiguration(count))];
    return [`${count}`, () => read(sources)] as const;
  });
  const times = await timeWarm(Object.fromEntries(tasks), 3);
  const rows = [...times].map(([count, time]) => [
    count,
    `${time.toFixed(0)} ms`,
    `${((time / Number(count)) * 1000).toFixed(0)} µs`,
  ]);
  return [
    "### Evaluation",
    "A configuration of so many work teams, 25 in each workforce, by `for_each` over regions and locals: from its text to the model.",
    table(["teams", "time", "each"], rows),
  ];
}

async function read(sources: readonly Source[]): Promise<void> {
  const { value, diagnostics } = await readConfiguration({
    sources,
    variables: [],
    missingVariables: "refuse",
    host: functionHost(root, {}),
    version: "0.1.0",
  });
  if (value.configuration === undefined) throw new Error(diagnostics[0]?.summary ?? "nothing was read");
}

const sizes = [250_000, 500_000, 1_000_000, 2_000_000];

function quadratic(): readonly string[] {
  const rows = Object.entries(shapes).map(([name, shape]) => {
    const measured = sizes.map((size) => timeFormat(shape(size)));
    const last = measured.at(-1);
    const times = measured.map(({ time }) => `${time.toFixed(0)} ms`);
    const growth = (last?.time ?? 0) / (measured[0]?.time ?? 1);
    return [`\`${name}\``, ...times, growth.toFixed(1), last?.verdict ?? ""];
  });
  return [
    "### Texts that are all one thing",
    "The best of three times that `format` takes, which parses. From the first size to the last, linear time grows 8 times, quadratic time 64 times.",
    table(["a text of", ...sizes.map((size) => `${size / 1e6} MB`), "growth", "verdict"], rows),
  ];
}

function timeFormat(text: string): { readonly time: number; readonly verdict: string } {
  let time = Number.POSITIVE_INFINITY;
  let verdict = "";
  for (let round = 0; round < 3; round += 1) {
    const started = performance.now();
    const { diagnostics } = format(source(text));
    time = Math.min(time, performance.now() - started);
    verdict = diagnostics.length === 0 ? "read" : `refused: ${diagnostics[0]?.code}`;
  }
  return { time, verdict };
}
