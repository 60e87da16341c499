export { openFileJournal } from "./file-journal.ts";
export type { FileJournal } from "./file-journal.ts";
export { functionHost } from "./function-host.ts";
export { secretFingerprint } from "./secret-fingerprint.ts";
export { systemClock } from "./system-clock.ts";
