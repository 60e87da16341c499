import { sensitive, type Sensitivity } from "./sensitivity.ts";
import type { Value } from "./value.ts";
import { numberValue, stringValue } from "./value.ts";

/**
 * What a for-expression goes through: each element with its key; undefined where the value has no elements. Those of a
 * sensitive collection are sensitive.
 */
export function elementsOf(value: Value): Iterable<readonly [Value, Value]> | undefined {
  if (value.sensitive === false) return openElementsOf(value);
  const elements = openElementsOf(value);
  return elements === undefined ? undefined : sensitiveElements(elements, value.sensitive);
}

function* sensitiveElements(
  elements: Iterable<readonly [Value, Value]>,
  why: Sensitivity,
): Generator<readonly [Value, Value]> {
  for (const [key, each] of elements) yield [sensitive(key, why), sensitive(each, why)];
}

function openElementsOf(value: Value): Iterable<readonly [Value, Value]> | undefined {
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
