import { isDeepStrictEqual } from "node:util";
import { positionAt, type Span } from "@wf/parser";

/** What became of one case. */
export interface Outcome {
  readonly id: string;
  readonly status: "passed" | "failed" | "left-out";
  readonly reason?: string;
}

/** Asserts every case of one file of reference data. */
export type Check = (data: unknown) => Iterable<Outcome>;

/** [startLine, startColumn, startByte, endLine, endColumn, endByte] */
export type Range = readonly [number, number, number, number, number, number];

/** The cases of a file in their documented shape; a file of another shape shows as failures. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- each check names the shape of its file once
export function casesOf<T>(data: unknown): readonly T[] {
  return (data as { readonly cases: readonly T[] }).cases;
}

/** A span as the reference data writes it. */
export function rangeOf(place: Span): Range {
  const start = positionAt(place.source, place.start);
  const end = positionAt(place.source, place.end);
  return [start.line, start.column, start.byte, end.line, end.column, end.byte];
}

/** Passed where both are equal. */
export function equal(id: string, what: string, ours: unknown, theirs: unknown): Outcome {
  if (isDeepStrictEqual(ours, theirs)) return { id, status: "passed" };
  const reason = `${what}: ours ${JSON.stringify(ours)}, theirs ${JSON.stringify(theirs)}`;
  return { id, status: "failed", reason };
}

/** The first that failed, or else the last: one outcome for a case of several assertions. */
export function all(...outcomes: readonly Outcome[]): Outcome {
  const outcome = outcomes.find(({ status }) => status === "failed") ?? outcomes.at(-1);
  if (outcome === undefined) throw new Error("a case asserts something");
  return outcome;
}
