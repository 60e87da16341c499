import { assertNever } from "@wf/parser";
import type { AttributeValue, Attributes } from "./attributes.ts";

/** One attribute that differs; `before` is undefined where it is newly set, `after` where it is removed. */
export interface AttributeChange {
  readonly path: string;
  readonly before: AttributeValue | undefined;
  readonly after: AttributeValue | undefined;
}

/** What changes from one to the other, in the order of the attributes. */
export function diffAttributes(before: Attributes, after: Attributes): readonly AttributeChange[] {
  const paths = new Set([...after.keys(), ...before.keys()]);
  return [...paths]
    .map((path) => ({ path, before: before.get(path), after: after.get(path) }))
    .filter((change) => !sameValue(change.before, change.after));
}

/** How many attributes are in both and equal. */
export function countUnchanged(before: Attributes, after: Attributes): number {
  return [...after].filter(([path, value]) => before.has(path) && sameValue(before.get(path), value)).length;
}

/** Whether two values are equal; their kinds are given by the path, so they differ only in what they hold. */
export function sameValue(left: AttributeValue | undefined, right: AttributeValue | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  switch (left.kind) {
    case "text":
      return right.kind === "text" && left.value === right.value;
    case "set":
      return right.kind === "set" && sameList(left.values, right.values);
    case "map":
      return right.kind === "map" && sameList(pairs(left.entries), pairs(right.entries));
    case "secret":
      return right.kind === "secret";
    default:
      return assertNever(left);
  }
}

function pairs(entries: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(entries)
    .sort()
    .flatMap((key) => [key, entries[key] ?? ""]);
}

function sameList(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((value, index) => value === right[index]);
}
