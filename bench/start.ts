import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { startEmulator } from "@wf/engine/emulator";
import type { Chapter } from "./chapter.ts";
import { table } from "./markdown.ts";
import { startParts } from "./start-parts.ts";
import { type Contestant, timeInTurns } from "./whole-process.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const wf = path.join(root, "packages/cli/dist/wf.js");
const rounds = 21;

const configuration = `wf {
  stack = "bench"
}
workforce "radiology" {
  region = "us-east-1"
  cognito_config {
    user_pool = "us-east-1_Bench01"
    client_id = "bench"
  }
}
`;

interface Comparison {
  readonly what: string;
  readonly ours: Contestant;
  readonly against: Contestant;
}

/** Whole processes: start-up, and a plan of one region. */
export async function start(): Promise<Chapter> {
  const directory = await mkdtemp(path.join(tmpdir(), "wf-bench-"));
  const emulator = await startEmulator();
  try {
    await writeFile(path.join(directory, "main.wf.hcl"), configuration);
    const environment = {
      AWS_ENDPOINT_URL_SAGEMAKER: emulator.url,
      AWS_ACCESS_KEY_ID: "123456789012",
      AWS_SECRET_ACCESS_KEY: "bench",
    };
    return await compare(directory, environment);
  } finally {
    await emulator.close();
    await rm(directory, { recursive: true, force: true });
  }
}

async function compare(directory: string, environment: Readonly<Record<string, string>>): Promise<Chapter> {
  const apply = ["apply", "-C", directory, "--auto-approve"];
  await timeInTurns([{ name: "wf apply", args: [wf, ...apply], environment }], 0, 1);
  const comparisons = comparisonsIn(directory, environment);
  const contestants = new Map(
    comparisons.flatMap(({ ours, against }) => [ours, against]).map((each) => [each.name, each]),
  );
  const usages = await timeInTurns([...contestants.values()], rounds);
  const times = comparisons.map(({ what, ours, against }) => ({
    what,
    ours,
    against,
    mine: usages.get(ours.name)?.milliseconds ?? Number.NaN,
    theirs: usages.get(against.name)?.milliseconds ?? Number.NaN,
  }));
  const rows = times.map(({ what, ours, against, mine, theirs }) => [
    what,
    `\`${ours.name}\` ${mine.toFixed(0)} ms`,
    `${against.name} ${theirs.toFixed(0)} ms`,
    (mine / theirs).toFixed(2),
  ]);
  const text = `## Start

Medians of ${rounds} whole processes.

${table(["what", "wf", "against", "ratio"], rows)}

For comparison: Terraform 1.11.4 with its AWS provider 5.100 was measured at 8.3 seconds for the plan of the third row.

${await startParts(wf, directory, environment)}
`;
  return {
    text,
    ratios: Object.fromEntries(times.map(({ ours, mine, theirs }) => [ours.name, mine / theirs])),
  };
}

function comparisonsIn(
  directory: string,
  environment: Readonly<Record<string, string>>,
): readonly Comparison[] {
  const bareNode: Contestant = { name: "node -e 0", args: ["-e", "0"] };
  return [
    { what: "start", ours: { name: "wf version", args: [wf, "version"] }, against: bareNode },
    {
      what: "a small configuration",
      ours: { name: "wf validate", args: [wf, "validate", "-C", directory] },
      against: bareNode,
    },
    {
      what: "a plan of one region without changes",
      ours: { name: "wf plan", args: [wf, "plan", "-C", directory], environment },
      against: {
        name: "bare Node, the same 3 calls",
        args: [path.join(root, "bench/bare-calls.mjs")],
        environment,
      },
    },
  ];
}
