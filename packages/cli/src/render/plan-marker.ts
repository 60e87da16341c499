import { createHash } from "node:crypto";

/** What a comment shows of a stack. */
export type Shown = "plan" | "drift";

/**
 * Finds the comment that shows a stack: its first half is of the directory, its second of the stack's name, or `any`
 * where the name is not known. Hashes, so that nothing of a name can end it.
 */
export function planMarker(place: string, stack: string | undefined, shown: Shown = "plan"): string {
  return `<!-- wf:${shown}:${hash(place)}:${stack === undefined ? "any" : hash(stack)} -->`;
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
