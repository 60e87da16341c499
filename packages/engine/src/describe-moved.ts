import type { StateText } from "./describe-state.ts";

/** One thing that is no longer as it was when a plan was made. */
export interface Moved {
  /** Where: a region, or the address of a block. */
  readonly where: string;
  readonly path: string;
  /** As HCL literals or words; undefined where there was or is nothing. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What moved from one state to another, path by path; what is masked in both is taken as the same. */
export function describeMoved(where: string, before: StateText, after: StateText): readonly Moved[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .sort()
    .filter((path) => before[path] !== after[path])
    .map((path) => ({ where, path, before: before[path], after: after[path] }));
}
