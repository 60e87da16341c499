// At once: node:fs/promises takes longer to load, in every plan, than a few journals take to read.
import { appendFileSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { SettledRecord } from "../../journal.ts";
import { type RunHistory, runHistory } from "../../run-history.ts";

/** Older runs than so many tell nothing that a later one has not overtaken. */
const mostRuns = 200;

/** The runs that a directory of journals tells of, the newest first; none where there is no such directory. */
export async function readRuns(directory: string): Promise<readonly RunHistory[]> {
  return parseRuns(readJournals(directory));
}

/**
 * The same, for who asks only what teams runs took away: none where no run carried any, which is told from the texts.
 * Making sense of a journal takes longer than all else of a plan without changes.
 */
export async function readRunsThatCarried(directory: string): Promise<readonly RunHistory[]> {
  const journals = readJournals(directory);
  return journals.some(({ content }) => content.includes('"carried":["')) ? parseRuns(journals) : [];
}

interface JournalFile {
  readonly name: string;
  readonly content: string;
}

function readJournals(directory: string): readonly JournalFile[] {
  const files = listDirectory(directory).filter((file) => file.endsWith(".ndjson"));
  const newest = files.sort().reverse().slice(0, mostRuns);
  return newest.map((file) => ({
    name: path.basename(file, ".ndjson"),
    content: readFileSync(path.join(directory, file), "utf8"),
  }));
}

async function parseRuns(journals: readonly JournalFile[]): Promise<readonly RunHistory[]> {
  if (journals.length === 0) return [];
  const { readJournal } = await import("../../journal-schema.ts");
  return journals.flatMap(({ name, content }) => runHistory(name, readJournal(content)) ?? []);
}

/** Notes in a run's journal that nothing is left to do about one of its targets. */
export function settleRun(directory: string, run: RunHistory, record: SettledRecord): void {
  // A kill may have cut the last line off: this one stands on its own.
  const line = `\n${JSON.stringify({ time: new Date().toISOString(), ...record })}\n`;
  appendFileSync(path.join(directory, `${run.name}.ndjson`), line);
}

function listDirectory(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
