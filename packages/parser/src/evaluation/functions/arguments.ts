import { safeInteger } from "../decimal.ts";
import { FunctionFailure } from "../function-definition.ts";
import type { Decimal } from "../decimal.ts";
import type { MappingValue, SequenceValue, Value } from "../value.ts";

/** The text of a string argument; its parameter's type has seen to it that it is one. */
export function textOf(values: readonly Value[], index: number): string {
  const value = values[index];
  if (value?.kind === "string") return value.text;
  throw new FunctionFailure(index, "a string is required");
}

/** The number of a number argument. */
export function numberOf(values: readonly Value[], index: number): Decimal {
  const value = values[index];
  if (value?.kind === "number") return value.number;
  throw new FunctionFailure(index, "a number is required");
}

/** A number argument that must be whole and not enormous. */
export function wholeOf(values: readonly Value[], index: number): number {
  const whole = safeInteger(numberOf(values, index));
  if (whole === undefined) throw new FunctionFailure(index, "a whole number is required");
  return whole;
}

/** A list, set or tuple argument. */
export function sequenceOf(values: readonly Value[], index: number): SequenceValue {
  const value = values[index];
  if (value?.kind === "sequence") return value;
  throw new FunctionFailure(index, "a list, a set or a tuple is required");
}

/** A map or object argument. */
export function mappingOf(values: readonly Value[], index: number): MappingValue {
  const value = values[index];
  if (value?.kind === "mapping") return value;
  throw new FunctionFailure(index, "a map or an object is required");
}

/** The texts of a list of strings; null elements are refused. */
export function textsOf(values: readonly Value[], index: number): readonly string[] {
  return sequenceOf(values, index).items.map((each, at) => {
    if (each.kind === "string") return each.text;
    throw new FunctionFailure(index, `element ${at} is null; a string is required`);
  });
}
