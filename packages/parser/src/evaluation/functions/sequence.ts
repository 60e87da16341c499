import { convert } from "../convert.ts";
import { unify } from "../conversion-type.ts";
import { Decimal } from "../decimal.ts";
import { equalValues } from "../equality.ts";
import { eager, FunctionFailure, type FunctionDefinition, type Parameter } from "../function-definition.ts";
import { checkSize } from "../limits.ts";
import { distinct } from "../set-value.ts";
import { compareText } from "../text-order.ts";
import { boolType, dynamicType, listType, numberType, stringType, tupleType, type Type } from "../types.ts";
import {
  boolValue,
  listValue,
  nullValue,
  numberValue,
  tupleValue,
  unknownValue,
  type SequenceValue,
  type Value,
} from "../value.ts";
import { numberOf, sequenceOf, textsOf, wholeOf } from "./arguments.ts";
import { texts } from "./string.ts";

const list: Parameter = { name: "list", type: dynamicType };
const ofBools = { name: "list", type: listType(boolType) };

/** The functions of lists and tuples. */
export const sequenceFunctions = {
  alltrue: eager({
    description: "Whether every element is true.",
    parameters: [ofBools],
    result: boolType,
    takes: "parts",
    call: (values) => decided(sequenceOf(values, 0).items, false),
  }),
  anytrue: eager({
    description: "Whether at least one element is true.",
    parameters: [ofBools],
    result: boolType,
    takes: "parts",
    call: (values) => decided(sequenceOf(values, 0).items, true),
  }),
  chunklist: eager({
    description: "The list in pieces of a size.",
    parameters: [
      { name: "list", type: listType(dynamicType) },
      { name: "size", type: numberType },
    ],
    result: ([first]) => listType(first?.type ?? dynamicType),
    takes: "parts",
    sensitivity: "parts",
    call: (values) => {
      const { items, type } = sequenceOf(values, 0);
      const size = wholeOf(values, 1);
      if (size < 0) throw new FunctionFailure(1, "the size must not be negative");
      const chunks: Value[] = [];
      for (let at = 0; at < items.length; at += size || items.length)
        chunks.push(sequenceLike(type, items.slice(at, at + (size || items.length))));
      return listValue(type, chunks);
    },
  }),
  compact: eager({
    description: "The strings that are neither null nor empty.",
    parameters: [{ name: "list", type: listType(stringType) }],
    result: listType(stringType),
    call: (values) =>
      texts(
        sequenceOf(values, 0).items.flatMap((each) =>
          each.kind === "string" && each.text !== "" ? [each.text] : [],
        ),
      ),
  }),
  concat: eager({
    description: "The elements of all lists, one list after the other.",
    parameters: [],
    rest: { name: "seqs", type: dynamicType },
    result: dynamicType,
    takes: "parts",
    sensitivity: "parts",
    call: (values) => concatenated(values),
  }),
  contains: eager({
    description: "Whether a list holds a value.",
    parameters: [list, { name: "value", type: dynamicType, nullable: true }],
    result: boolType,
    takes: "parts",
    call: (values) => {
      let certain = true;
      const wanted = values[1] ?? nullValue();
      for (const each of sequenceOf(values, 0).items) {
        const equal = equalValues(each, wanted);
        if (equal === true) return boolValue(true);
        if (equal === undefined) certain = false;
      }
      return certain ? boolValue(false) : unknownValue(boolType, true);
    },
  }),
  distinct: eager({
    description: "The list without repetitions.",
    parameters: [{ name: "list", type: listType(dynamicType) }],
    result: ([first]) => first?.type ?? dynamicType,
    call: (values) => {
      const { type, items } = sequenceOf(values, 0);
      return sequenceLike(type, distinct(items));
    },
  }),
  element: eager({
    description: "The element of a number, counted from 0 and round again past the end.",
    parameters: [list, { name: "index", type: numberType }],
    result: ([first]) => elementType(first?.type ?? dynamicType),
    takes: "parts",
    sensitivity: "parts",
    call: (values) => {
      const { items, type } = sequenceOf(values, 0);
      if (type.kind === "set")
        throw new FunctionFailure(0, "a set's elements have no numbers; use tolist first");
      if (items.length === 0) throw new FunctionFailure(0, "an empty list has no elements");
      const index = wholeOf(values, 1) % items.length;
      return items.at(index) ?? nullValue();
    },
  }),
  flatten: eager({
    description: "The elements of the lists within, however deep, as one list.",
    parameters: [list],
    result: dynamicType,
    takes: "parts",
    call: (values) => {
      const flat: Value[] = [];
      return flattenInto(sequenceOf(values, 0), flat) ? tupleValue(flat) : unknownValue();
    },
  }),
  index: eager({
    description: "The number of the first element that equals a value.",
    parameters: [list, { name: "value", type: dynamicType, nullable: true }],
    result: numberType,
    call: (values) => {
      const wanted = values[1] ?? nullValue();
      const found = sequenceOf(values, 0).items.findIndex((each) => equalValues(each, wanted) === true);
      if (found === -1) throw new FunctionFailure(1, "no element equals it");
      return numberValue(found);
    },
  }),
  one: eager({
    description: "The only element of a list, or null where it is empty.",
    parameters: [list],
    result: ([first]) => elementType(first?.type ?? dynamicType),
    takes: "parts",
    sensitivity: "parts",
    call: (values) => {
      const { items, type } = sequenceOf(values, 0);
      if (items.length > 1) throw new FunctionFailure(0, "it must have no element or one");
      return items[0] ?? nullValue(elementType(type));
    },
  }),
  range: eager({
    description: "Numbers from a start (0) up to, not including, a limit, by a step (1).",
    parameters: [{ name: "limit_or_start", type: numberType }],
    rest: { name: "limit_and_step", type: numberType },
    restAtMost: 2,
    result: listType(numberType),
    call: (values) => rangeOf(values),
  }),
  reverse: eager({
    description: "The list from its end to its beginning.",
    parameters: [list],
    result: ([first]) => first?.type ?? dynamicType,
    takes: "parts",
    sensitivity: "parts",
    call: (values) => {
      const { items, type } = sequenceOf(values, 0);
      const reversed = items.toReversed();
      return type.kind === "tuple" ? tupleValue(reversed) : listValue(type.element, reversed);
    },
  }),
  slice: eager({
    description: "The elements from one number up to, not including, another.",
    parameters: [list, { name: "start_index", type: numberType }, { name: "end_index", type: numberType }],
    result: ([first]) => (first?.type.kind === "list" ? first.type : dynamicType),
    takes: "parts",
    sensitivity: "parts",
    call: (values) => {
      const { items, type } = sequenceOf(values, 0);
      if (type.kind === "set") throw new FunctionFailure(0, "a set has no order; use tolist first");
      const [start, end] = [wholeOf(values, 1), wholeOf(values, 2)];
      if (start < 0 || start > items.length)
        throw new FunctionFailure(1, `it must be from 0 to ${items.length}`);
      if (end < start || end > items.length)
        throw new FunctionFailure(2, `it must be from ${start} to ${items.length}`);
      return sequenceLike(type, items.slice(start, end));
    },
  }),
  sort: eager({
    description: "The strings in the order of their characters' numbers.",
    parameters: [{ name: "list", type: listType(stringType) }],
    result: listType(stringType),
    call: (values) => texts(textsOf(values, 0).toSorted(compareText)),
  }),
} satisfies Record<string, FunctionDefinition>;

/** Whether the elements settle it: one that is `settling` does, unknown ones leave it open. */
function decided(items: readonly Value[], settling: boolean): Value {
  if (items.some((each) => each.kind === "bool" && each.truth === settling)) return boolValue(settling);
  if (!settling && items.some((each) => each.kind === "null")) return boolValue(false);
  return items.every((each) => each.extent.known) ? boolValue(!settling) : unknownValue(boolType, true);
}

/** The items as a sequence of the same kind; of a set a list. */
export function sequenceLike(type: SequenceValue["type"], items: readonly Value[]): SequenceValue {
  return type.kind === "tuple" ? tupleValue(items) : listValue(type.element, items);
}

function elementType(type: Type): Type {
  return "element" in type ? type.element : dynamicType;
}

function concatenated(values: readonly Value[]): Value {
  const sequences = values.map((_, index) => sequenceOf(values, index));
  checkSize(sequences.reduce((size, each) => size + each.items.length, 0));
  const items = sequences.flatMap((each) => each.items);
  const lists = sequences.flatMap(({ type }) => (type.kind === "tuple" ? [] : [type.element]));
  const element = lists.length === sequences.length && lists.length > 0 ? unify(lists) : undefined;
  if (element === undefined) return tupleValue(items);
  const converted = convert(tupleValue(items), listType(element));
  return "value" in converted ? converted.value : tupleValue(items);
}

/** Whether all that is within could be told. */
function flattenInto(sequence: SequenceValue, flat: Value[]): boolean {
  for (const each of sequence.items) {
    if (each.kind === "sequence") {
      if (!flattenInto(each, flat)) return false;
    } else if (each.kind === "unknown" && ["dynamic", "list", "set", "tuple"].includes(each.type.kind)) {
      return false;
    } else {
      flat.push(each);
      checkSize(flat.length);
    }
  }
  return true;
}

function rangeOf(values: readonly Value[]): Value {
  const one = values.length === 1;
  const start = one ? new Decimal(0) : numberOf(values, 0);
  const limit = numberOf(values, one ? 0 : 1);
  const down = limit.lessThan(start);
  const step = values.length > 2 ? numberOf(values, 2) : new Decimal(down ? -1 : 1);
  if (step.isZero()) throw new FunctionFailure(2, "the step must not be 0");
  if (down !== step.isNegative() && !limit.equals(start))
    throw new FunctionFailure(2, "the step leads away from the limit");
  const numbers: Value[] = [];
  for (let at = start; step.isNegative() ? at.greaterThan(limit) : at.lessThan(limit); at = at.plus(step)) {
    if (numbers.length >= 1024) throw new FunctionFailure(undefined, "it would give more than 1,024 numbers");
    numbers.push(numberValue(at));
  }
  return listValue(numberType, numbers);
}

/** The type of a tuple of so many strings. */
export function stringTuple(length: number): Type {
  return tupleType(Array.from({ length }, () => stringType));
}
