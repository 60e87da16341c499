import path from "node:path";
import type { RunHistory } from "@wf/engine";
import { readRuns } from "@wf/engine/node";
import type { Context } from "./context.ts";

/** Where the journals of a configuration's runs are. */
export function runsDirectory(context: Context): string {
  return path.join(context.directory, ".wf", "runs");
}

/** The runs against the same world, AWS or the embedded region; the newest first. */
export async function previousRuns(context: Context): Promise<readonly RunHistory[]> {
  const runs = await readRuns(runsDirectory(context));
  return runs.filter(({ run }) => run.local === context.local);
}
