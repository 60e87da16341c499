import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "rolldown";
import type { Chapter } from "./chapter.ts";
import { table } from "./markdown.ts";

const columns = ["a line down", "a page down, all open", "next change", "leave a region out"] as const;

/** What a frame of the plan browser costs, and a search through everything. */
export async function screen(): Promise<Chapter> {
  const directory = await mkdtemp(path.join(tmpdir(), "wf-bench-"));
  try {
    const program = path.join(directory, "frames.mjs");
    await build({
      input: path.join(import.meta.dirname, "frames.ts"),
      platform: "node",
      plugins: [
        {
          name: "without-devtools",
          load: (id) => (isDevtools(id) ? "export default undefined;" : undefined),
        },
      ],
      transform: { define: { "process.env.NODE_ENV": '"production"' } },
      output: { file: program, format: "esm", codeSplitting: false },
    });
    return chapter(JSON.parse(execFileSync(process.execPath, [program], { encoding: "utf8" })));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** Ink's developer tools, which are not installed and never asked for. */
function isDevtools(id: string): boolean {
  return /[\\/]ink[\\/]build[\\/]devtools\.js$/.test(id);
}

/** The milliseconds that a frame has at 60 of them a second. */
const frameMilliseconds = 16;

function chapter(results: Readonly<Record<string, readonly number[]>>): Chapter {
  const rows = Object.entries(results).map(([regions, costs]) => [
    regions,
    ...costs.map((cost) => `${cost.toFixed(1)} ms`),
  ]);
  const text = `## The plan browser

CPU time of one frame, from the key to what is written, of a plan of so many regions with 25 work teams each, on a screen
of 160 columns and 50 rows; the mean of 60 frames. At 60 frames a second there would be 16 ms for each. The last column is
the first search for a text that is nowhere: it lays the whole plan out, once.

${table(["regions", ...columns, "search"], rows)}`;
  return {
    text,
    ratios: Object.fromEntries(
      columns.map((what, index) => [
        `${what}, in 1,000 regions, against the time of a frame`,
        (results["1000"]?.[index] ?? Number.NaN) / frameMilliseconds,
      ]),
    ),
  };
}
