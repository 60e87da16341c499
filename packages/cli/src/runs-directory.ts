import path from "node:path";
import type { RunHistory } from "@wf/engine";
import { readRuns, readRunsThatCarried } from "@wf/engine/node";
import type { Context } from "./context.ts";

/** Where the journals of a configuration's runs are. */
export function runsDirectory(context: Context): string {
  return path.join(context.directory, ".wf", "runs");
}

/** The runs against the same world, AWS or the embedded region; the newest first. */
export async function previousRuns(context: Context): Promise<readonly RunHistory[]> {
  return ofThisWorld(context, await readRuns(runsDirectory(context)));
}

/** The runs against the other world. */
export async function runsElsewhere(context: Context): Promise<readonly RunHistory[]> {
  return previousRuns({ ...context, local: !context.local });
}

/** The same, for who asks only what teams they carried away: none where none did. */
export async function runsThatCarried(context: Context): Promise<readonly RunHistory[]> {
  return ofThisWorld(context, await readRunsThatCarried(runsDirectory(context)));
}

function ofThisWorld(context: Context, runs: readonly RunHistory[]): readonly RunHistory[] {
  return runs.filter(({ run }) => run.local === context.local);
}
