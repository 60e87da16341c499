import { mkdir, open } from "node:fs/promises";
import path from "node:path";
import type { JournalRecord } from "../../journal.ts";
import type { Clock, JournalStore } from "../../ports.ts";

/** A journal in a file, which must be closed at the end of the run. */
export interface FileJournal extends JournalStore {
  readonly file: string;
  readonly close: () => Promise<void>;
}

/**
 * Opens a new journal `<time>-<id>.ndjson` in a directory, made if need be. Each event is on disk before `append`
 * resolves, so that what was begun is known after a kill. Waiting and retrying are written without being flushed.
 */
export async function openFileJournal(directory: string, id: string, clock: Clock): Promise<FileJournal> {
  await mkdir(directory, { recursive: true });
  const time = new Date(clock.now()).toISOString().replace(/[:.]/g, "-");
  const file = path.join(directory, `${time}-${id}.ndjson`);
  const handle = await open(file, "ax", 0o600);
  let last: Promise<void> = Promise.resolve();
  const write = async (event: JournalRecord): Promise<void> => {
    await handle.appendFile(`${JSON.stringify({ time: new Date(clock.now()).toISOString(), ...event })}\n`);
    if (event.kind !== "step-waiting" && event.kind !== "step-retrying") await handle.datasync();
  };
  return {
    file,
    append: async (event) => {
      last = last.then(async () => write(event));
      await last;
    },
    close: async () => handle.close(),
  };
}
