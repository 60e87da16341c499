import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

/** What was entered before in this directory, the newest first. */
export async function readHistory(directory: string): Promise<readonly string[]> {
  try {
    const text = await readFile(fileIn(directory), "utf8");
    return text.split("\n").filter((line) => line !== "");
  } catch {
    return [];
  }
}

/** Keeps what was entered, for the owner alone; where it cannot be kept, the console has worked all the same. */
export async function writeHistory(directory: string, lines: readonly string[]): Promise<void> {
  try {
    await mkdir(path.dirname(fileIn(directory)), { recursive: true });
    await writeFile(fileIn(directory), `${lines.join("\n")}\n`, { mode: 0o600 });
  } catch {
    // A directory that cannot be written to, say.
  }
}

function fileIn(directory: string): string {
  return path.join(directory, ".wf", "console-history");
}
