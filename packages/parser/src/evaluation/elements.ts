import type { Value } from "./value.ts";
import { numberValue, stringValue } from "./value.ts";

/** What a for-expression goes through: each element with its key; undefined where the value has no elements. */
export function elementsOf(value: Value): Iterable<readonly [Value, Value]> | undefined {
  if (value.kind === "mapping") return mappingElements(value.entries);
  if (value.kind !== "sequence") return undefined;
  return value.type.kind === "set"
    ? value.items.map((each) => [each, each] as const)
    : sequenceElements(value.items);
}

function* mappingElements(entries: ReadonlyMap<string, Value>): Generator<readonly [Value, Value]> {
  for (const [key, each] of entries) yield [stringValue(key), each];
}

function* sequenceElements(items: readonly Value[]): Generator<readonly [Value, Value]> {
  for (const [index, each] of items.entries()) yield [numberValue(index), each];
}

/** Whether values of this kind have elements, known or not. */
export function isIterable(value: Value): boolean {
  return ["list", "set", "map", "tuple", "object"].includes(value.type.kind);
}
