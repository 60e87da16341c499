export { openFileJournal } from "./file-journal.ts";
export type { FileJournal } from "./file-journal.ts";
export { lockHolders, takeFileLocks } from "./file-lock.ts";
export type { FileLocks, HeldLock, LockHolder } from "./file-lock.ts";
export { functionHost } from "./function-host.ts";
export { readRuns, readRunsThatCarried, settleRun } from "./read-runs.ts";
export { secretFingerprint } from "./secret-fingerprint.ts";
export { systemClock } from "./system-clock.ts";
