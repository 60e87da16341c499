import type { JournalRecord } from "./journal.ts";
import type { JournalStore } from "./ports.ts";

/** What is about to be done cannot be written down, so it is not done. */
export class JournalFailure extends Error {
  override readonly name = "JournalFailure";

  constructor(cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`The journal of the run cannot be written: ${reason}.`, { cause });
  }
}

/** Appends to the journal where there is one; rejects with a `JournalFailure`. */
export async function writeDown(journal: JournalStore | undefined, record: JournalRecord): Promise<void> {
  try {
    await journal?.append(record);
  } catch (error) {
    throw new JournalFailure(error);
  }
}
