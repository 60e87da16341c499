import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { startEmulator } from "@wf/engine/emulator";
import { type Contestant, timeInTurns } from "./timing.ts";

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

const directory = await mkdtemp(path.join(tmpdir(), "wf-bench-"));
const emulator = await startEmulator();
const environment = {
  AWS_ENDPOINT_URL_SAGEMAKER: emulator.url,
  AWS_ACCESS_KEY_ID: "123456789012",
  AWS_SECRET_ACCESS_KEY: "bench",
};
const bareNode: Contestant = { name: "node -e 0", args: ["-e", "0"] };
const comparisons: readonly Comparison[] = [
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

try {
  await writeFile(path.join(directory, "main.wf.hcl"), configuration);
  await timeInTurns(
    [{ name: "wf apply", args: [wf, "apply", "-C", directory, "--auto-approve"], environment }],
    0,
  );
  const contestants = [
    ...new Map(
      comparisons.flatMap(({ ours, against }) => [ours, against]).map((each) => [each.name, each]),
    ).values(),
  ];
  const times = await timeInTurns(contestants, rounds);
  const rows = comparisons.map(({ what, ours, against }) => {
    const [mine = Number.NaN, theirs = Number.NaN] = [times.get(ours.name), times.get(against.name)];
    return `| ${what} | \`${ours.name}\` ${mine.toFixed(0)} ms | ${against.name} ${theirs.toFixed(0)} ms | ${(mine / theirs).toFixed(2)} |`;
  });
  const table = ["| what | wf | against | ratio |", "|---|---|---|---|", ...rows].join("\n");
  console.log(table);
  await writeFile(path.join(root, "docs/performance.md"), report(table));
} finally {
  await emulator.close();
  await rm(directory, { recursive: true, force: true });
}

function report(table: string): string {
  return `# Performance

Written by \`npx --yes pnpm@12 bench\`. Times are medians of ${rounds} whole processes, the two of a row run in turns; they depend
on the machine (here ${cpus().length} cores, Node ${process.versions.node}), so read the ratios.

${table}

For comparison: Terraform 1.11.4 with its AWS provider 5.100 was measured at 8.3 seconds for the plan of the third row.
`;
}
