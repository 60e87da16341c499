import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { table } from "./markdown.ts";

const columns = ["a line down", "a page down, all open", "next change", "leave a region out"] as const;

/** What a frame of the plan browser costs, and a search through everything. */
export async function screen(): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), "wf-bench-"));
  try {
    const program = path.join(directory, "frames.mjs");
    await build({
      entryPoints: [path.join(import.meta.dirname, "frames.ts")],
      outfile: program,
      bundle: true,
      platform: "node",
      format: "esm",
      // Ink's developer tools are not installed, and never asked for.
      alias: { "react-devtools-core": "node:util" },
      define: { "process.env.NODE_ENV": '"production"', "process.env.DEV": '"false"' },
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
      },
    });
    return chapter(JSON.parse(execFileSync(process.execPath, [program], { encoding: "utf8" })));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function chapter(results: Readonly<Record<string, readonly number[]>>): string {
  const rows = Object.entries(results).map(([regions, costs]) => [
    regions,
    ...costs.map((cost) => `${cost.toFixed(1)} ms`),
  ]);
  return `## The plan browser

CPU time of one frame, from the key to what is written, of a plan of so many regions with 25 work teams each, on a screen
of 160 columns and 50 rows; the mean of 60 frames. At 60 frames a second there would be 16 ms for each. The last column is
the first search for a text that is nowhere: it lays the whole plan out, once.

${table(["regions", ...columns, "search"], rows)}`;
}
