import { decimalText } from "./decimal.ts";
import { compareText } from "./text-order.ts";
import { sameType } from "./types.ts";
import type { MappingValue, SequenceValue, Value } from "./value.ts";

/** Whether two values are equal; undefined where that depends on what is not known yet. Sensitivity does not count. */
export function equalValues(left: Value, right: Value): boolean | undefined {
  if (left === right && left.extent.known) return true;
  if (left.kind === "null" && right.kind === "null") return true;
  if (left.kind === "unknown" || right.kind === "unknown") {
    const definite = left.kind === "unknown" ? left : right;
    const other = left.kind === "unknown" ? right : left;
    if (other.kind === "null" && definite.kind === "unknown" && definite.notNull) return false;
    return undefined;
  }
  if (left.kind === "null" || right.kind === "null") return false;
  if (left.extent.known && right.extent.known && !sameType(left.type, right.type)) return false;
  switch (left.kind) {
    case "string":
      return right.kind === "string" && left.text === right.text;
    case "number":
      return right.kind === "number" && left.number.equals(right.number);
    case "bool":
      return right.kind === "bool" && left.truth === right.truth;
    case "sequence":
      return right.kind === "sequence" && left.type.kind === right.type.kind && equalSequences(left, right);
    default:
      return right.kind === "mapping" && left.type.kind === right.type.kind && equalMappings(left, right);
  }
}

function equalSequences(left: SequenceValue, right: SequenceValue): boolean | undefined {
  if (left.type.kind === "set" && !(left.extent.known && right.extent.known)) return undefined;
  if (left.items.length !== right.items.length) return false;
  return every(left.items.map((each, index) => [each, right.items[index]]));
}

function equalMappings(left: MappingValue, right: MappingValue): boolean | undefined {
  if (left.entries.size !== right.entries.size) return false;
  return every([...left.entries].map(([key, each]) => [each, right.entries.get(key)]));
}

function every(pairs: readonly (readonly [Value, Value | undefined])[]): boolean | undefined {
  let certain = true;
  for (const [left, right] of pairs) {
    const equal = right === undefined ? false : equalValues(left, right);
    if (equal === false) return false;
    if (equal === undefined) certain = false;
  }
  return certain ? true : undefined;
}

/** A text that two values of one type share when they are equal, and only then; undefined where a part is unknown. */
export function identity(value: Value): string | undefined {
  return value.extent.known ? identityOf(value) : undefined;
}

function identityOf(value: Value): string {
  switch (value.kind) {
    case "string":
      return JSON.stringify(value.text);
    case "number":
      return decimalText(value.number);
    case "bool":
      return String(value.truth);
    case "null":
      return "null";
    case "unknown":
      return "unknown";
    case "sequence":
      return `[${value.items.map(identityOf).join(",")}]`;
    default:
      return `{${[...value.entries].map(([key, each]) => `${JSON.stringify(key)}:${identityOf(each)}`).join(",")}}`;
  }
}

/** The order of a set's elements: numbers by size, strings by code points, false before true, the rest in a fixed order. */
export function compareValues(left: Value, right: Value): number {
  if (left.kind === "number" && right.kind === "number") return left.number.comparedTo(right.number);
  if (left.kind === "string" && right.kind === "string") return compareText(left.text, right.text);
  if (left.kind === "bool" && right.kind === "bool") return Number(left.truth) - Number(right.truth);
  return compareText(identityOf(left), identityOf(right));
}
