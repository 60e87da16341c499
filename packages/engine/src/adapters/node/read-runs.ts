import { appendFile, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { SettledRecord } from "../../journal.ts";
import { readJournal } from "../../journal-schema.ts";
import { type RunHistory, runHistory } from "../../run-history.ts";

/** Older runs than so many tell nothing that a later one has not overtaken. */
const mostRuns = 200;

/** The runs that a directory of journals tells of, the newest first; none where there is no such directory. */
export async function readRuns(directory: string): Promise<readonly RunHistory[]> {
  const files = (await listDirectory(directory)).filter((file) => file.endsWith(".ndjson"));
  const newest = files.sort().reverse().slice(0, mostRuns);
  const runs = await Promise.all(
    newest.map(async (file) => {
      const content = await readFile(path.join(directory, file), "utf8");
      return runHistory(path.basename(file, ".ndjson"), readJournal(content));
    }),
  );
  return runs.filter((run) => run !== undefined);
}

/** Notes in a run's journal that nothing is left to do about one of its targets. */
export async function settleRun(directory: string, run: RunHistory, record: SettledRecord): Promise<void> {
  // A kill may have cut the last line off: this one stands on its own.
  const line = `\n${JSON.stringify({ time: new Date().toISOString(), ...record })}\n`;
  await appendFile(path.join(directory, `${run.name}.ndjson`), line);
}

async function listDirectory(directory: string): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
