import { createHash } from "node:crypto";

/** What a comment shows of a stack. */
export type Shown = "plan" | "drift";

/** The half of a stack whose name is not known. */
const nameless = "any";

/**
 * Finds the comment that shows a stack: its first half is of the directory, its second of the stack's name, or `any`
 * where the name is not known. Hashes, so that nothing of a name can end it.
 */
export function planMarker(place: string, stack: string | undefined, shown: Shown = "plan"): string {
  return spelled(shown, hash(place), stack === undefined ? nameless : hash(stack));
}

/** The marker of a stack, and those of the stacks beside it. */
export interface PlanMarker {
  readonly marker: string;
  /** How the markers of the directory's stacks begin. */
  readonly directory: string;
  /** The marker of the directory's stack whose name is not known. */
  readonly nameless: string;
}

/** A plan in a report, with its marker first. */
export interface MarkedPlan extends PlanMarker {
  readonly text: string;
}

/** A report of several stacks in its plans. */
export function plansByMarker(report: string): readonly MarkedPlan[] {
  const pattern = new RegExp(`^${spelled("plan", "([0-9a-f]{16})", `(?:${nameless}|[0-9a-f]{16})`)}$`, "gm");
  const found = [...report.matchAll(pattern)];
  return found.map(([marker, place = ""], index) => ({
    marker,
    directory: beginning("plan", place),
    nameless: spelled("plan", place, nameless),
    text: report.slice(found[index]?.index, found[index + 1]?.index),
  }));
}

function spelled(shown: Shown, place: string, stack: string): string {
  return `${beginning(shown, place)}${stack} -->`;
}

function beginning(shown: Shown, place: string): string {
  return `<!-- wf:${shown}:${place}:`;
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
