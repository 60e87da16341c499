import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "rolldown";
import * as z from "zod";
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
      // Ink's developer tools are not installed, and never asked for.
      resolve: { alias: { "react-devtools-core": "node:util" } },
      transform: { define: { "process.env.NODE_ENV": '"production"', "process.env.DEV": '"false"' } },
      output: { file: program, format: "esm", codeSplitting: false },
    });
    return chapter(costs.parse(JSON.parse(execFileSync(process.execPath, [program], { encoding: "utf8" }))));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

const costs = z.record(z.string(), z.array(z.number()));

function chapter(results: z.infer<typeof costs>): Chapter {
  const rows = Object.entries(results).map(([regions, costs]) => [
    regions,
    ...costs.map((cost) => `${cost.toFixed(1)} ms`),
  ]);
  const text = `## The plan browser

CPU time of one frame, from the key to what is written, of a plan of so many regions with 25 work teams each, on a screen
of 160 columns and 50 rows; the mean of 60 frames. At 60 frames a second there would be 16 ms for each. The last column is
the first search for a text that is nowhere: it lays the whole plan out, once.

${table(["regions", ...columns, "search"], rows)}`;
  const [small = [], large = []] = [results["1"], results["1000"]];
  return {
    text,
    ratios: Object.fromEntries(
      columns.map((column, index) => [
        `${column}: 1,000 regions, against one`,
        (large[index] ?? Number.NaN) / (small[index] ?? Number.NaN),
      ]),
    ),
  };
}
