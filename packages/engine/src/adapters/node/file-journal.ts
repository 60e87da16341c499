import { mkdir, open } from "node:fs/promises";
import path from "node:path";
import type { Clock, JournalStore } from "../../ports.ts";

/** A journal in a file, which must be closed at the end of the run. */
export interface FileJournal extends JournalStore {
  readonly file: string;
  readonly close: () => Promise<void>;
}

/** Records that go to the disk together. */
interface Batch {
  readonly lines: string[];
  mustFlush: boolean;
  /** Resolves when they are there. */
  readonly written: Promise<void>;
}

/**
 * Opens a new journal `<time>-<id>.ndjson` in a directory, made if need be. Each event is on disk before `append`
 * resolves, so that what was begun is known after a kill. Waiting and retrying are written without being flushed.
 * What many targets append while the disk is busy goes to it in one go.
 */
export async function openFileJournal(directory: string, id: string, clock: Clock): Promise<FileJournal> {
  await mkdir(directory, { recursive: true });
  const time = new Date(clock.now()).toISOString().replace(/[:.]/g, "-");
  const file = path.join(directory, `${time}-${id}.ndjson`);
  const handle = await open(file, "ax", 0o600);
  let next: Batch | undefined;
  let last: Promise<void> = Promise.resolve();
  const startBatch = (): Batch => {
    const write = async (): Promise<void> => {
      next = undefined;
      await handle.appendFile(batch.lines.join(""));
      if (batch.mustFlush) await handle.datasync();
    };
    const batch: Batch = { lines: [], mustFlush: false, written: last.then(write) };
    last = batch.written;
    return batch;
  };
  return {
    file,
    append: async (event) => {
      next ??= startBatch();
      const time = new Date(clock.now()).toISOString();
      const own = event.kind === "run" ? { pid: process.pid } : {};
      next.lines.push(`${JSON.stringify({ time, ...event, ...own })}\n`);
      next.mustFlush ||= event.kind !== "step-waiting" && event.kind !== "step-retrying";
      await next.written;
    },
    close: async () => handle.close(),
  };
}
