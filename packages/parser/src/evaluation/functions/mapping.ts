import { countGraphemes } from "../../text/graphemes.ts";
import { convert } from "../convert.ts";
import { unify } from "../conversion-type.ts";
import { equalValues } from "../equality.ts";
import { eager, FunctionFailure, type FunctionDefinition, type Parameter } from "../function-definition.ts";
import { mismatchText } from "../mismatch.ts";
import { sensitive } from "../sensitivity.ts";
import { dynamicType, listType, mapType, numberType, sameType, stringType, type Type } from "../types.ts";
import {
  listValue,
  mapValue,
  nullValue,
  numberValue,
  objectValue,
  stringValue,
  tupleValue,
  unknownValue,
  type Value,
} from "../value.ts";
import { mappingOf, sequenceOf, textOf, textsOf } from "./arguments.ts";
import { sequenceLike, stringTuple } from "./sequence.ts";
import { texts } from "./string.ts";

const map: Parameter = { name: "inputMap", type: dynamicType };

/** The functions of maps and objects, and those of any collection. */
export const mappingFunctions = {
  coalesce: eager({
    description: "The first value that is neither null nor an empty string.",
    parameters: [],
    rest: { name: "vals", type: dynamicType, nullable: true },
    result: (values) => unify(values.map((each) => each.type)) ?? dynamicType,
    takes: "any",
    sensitivity: "parts",
    call: (values) => coalesced(values),
  }),
  coalescelist: eager({
    description: "The first list that is not empty.",
    parameters: [],
    rest: { name: "vals", type: dynamicType, nullable: true },
    result: dynamicType,
    takes: "parts",
    sensitivity: "parts",
    call: (values) => {
      const found = values.find((each) => each.kind === "sequence" && each.items.length > 0);
      if (found === undefined) throw new FunctionFailure(undefined, "none of the lists has an element");
      return found;
    },
  }),
  keys: eager({
    description: "The keys of a map, sorted.",
    parameters: [map],
    result: ([first]) => keysType(first?.type ?? dynamicType),
    takes: "parts",
    sensitivity: "parts",
    call: (values) => {
      const { entries, type } = mappingOf(values, 0);
      const keys = [...entries.keys()];
      return type.kind === "map" ? texts(keys) : tupleValue(keys.map(stringValue));
    },
  }),
  length: eager({
    description: "How many elements a collection has, or characters a string.",
    parameters: [{ name: "value", type: dynamicType }],
    result: numberType,
    takes: "parts",
    sensitivity: "parts",
    call: ([value]) => lengthOf(value ?? nullValue()),
  }),
  lookup: eager({
    description: "The value of a key, or a default where there is no such key.",
    parameters: [map, { name: "key", type: stringType }],
    rest: { name: "default", type: dynamicType, nullable: true },
    restAtMost: 1,
    result: ([first]) => (first?.type.kind === "map" ? first.type.element : dynamicType),
    takes: "parts",
    sensitivity: "parts",
    call: (values) => lookedUp(values),
  }),
  matchkeys: eager({
    description: "The values whose keys, at the same place, are among those searched for.",
    parameters: [
      { name: "values", type: listType(dynamicType) },
      { name: "keys", type: listType(dynamicType) },
      { name: "searchset", type: listType(dynamicType) },
    ],
    result: ([first]) => first?.type ?? dynamicType,
    call: (values) => {
      const [given, keys, wanted] = [sequenceOf(values, 0), sequenceOf(values, 1), sequenceOf(values, 2)];
      if (given.items.length !== keys.items.length)
        throw new FunctionFailure(1, "it must have as many elements as the values");
      const matches = given.items.filter((_, index) => {
        const key = keys.items[index];
        return key !== undefined && wanted.items.some((each) => equalValues(each, key) === true);
      });
      return sequenceLike(given.type, matches);
    },
  }),
  merge: eager({
    description: "The entries of all maps; of those with one key the last.",
    parameters: [],
    rest: { name: "maps", type: dynamicType, nullable: true },
    result: dynamicType,
    takes: "parts",
    sensitivity: "parts",
    call: (values) => merged(values),
  }),
  transpose: eager({
    description: "A map of lists the other way round: each element with the keys that listed it.",
    parameters: [{ name: "values", type: mapType(listType(stringType)) }],
    result: mapType(listType(stringType)),
    call: (values) => {
      const turned = new Map<string, string[]>();
      for (const [key, each] of mappingOf(values, 0).entries)
        for (const item of textsOf([each], 0)) {
          const keys = turned.get(item);
          if (keys === undefined) turned.set(item, [key]);
          else keys.push(key);
        }
      return mapValue(
        listType(stringType),
        [...turned].map(([key, keys]) => [key, texts(keys)] as const),
      );
    },
  }),
  values: eager({
    description: "The values of a map, in the order of its keys.",
    parameters: [map],
    result: ([first]) => (first?.type.kind === "map" ? listType(first.type.element) : dynamicType),
    takes: "parts",
    sensitivity: "parts",
    call: (values) => {
      const { entries, type } = mappingOf(values, 0);
      const items = [...entries.values()];
      return type.kind === "map" ? listValue(type.element, items) : tupleValue(items);
    },
  }),
  zipmap: eager({
    description: "A map of keys from one list and values from another.",
    parameters: [
      { name: "keys", type: listType(stringType) },
      { name: "values", type: dynamicType },
    ],
    result: dynamicType,
    takes: "parts",
    sensitivity: "parts",
    call: (values) => zipped(values),
  }),
} satisfies Record<string, FunctionDefinition>;

function keysType(type: Type): Type {
  if (type.kind === "object") return stringTuple(type.attributes.size);
  return type.kind === "map" ? listType(stringType) : dynamicType;
}

function coalesced(values: readonly Value[]): Value {
  const type = unify(values.map((each) => each.type));
  if (type === undefined) throw new FunctionFailure(undefined, "the values must be of one type");
  for (const each of values) {
    if (each.kind === "unknown") return unknownValue(type);
    if (each.kind === "null" || (each.kind === "string" && each.text === "")) continue;
    const converted = convert(each, type);
    if ("value" in converted) return converted.value;
  }
  throw new FunctionFailure(undefined, "every value is null or an empty string");
}

function lengthOf(value: Value): Value {
  if (value.kind === "string") return numberValue(countGraphemes(value.text));
  if (value.kind === "mapping") return numberValue(value.entries.size);
  if (value.kind !== "sequence") throw new FunctionFailure(0, "a collection or a string is required");
  if (value.type.kind === "set" && !value.extent.known && value.items.length > 1)
    return unknownValue(numberType, true);
  return numberValue(value.items.length);
}

function lookedUp(values: readonly Value[]): Value {
  const { entries, type } = mappingOf(values, 0);
  const key = textOf(values, 1);
  const byDefault = values[2];
  const found = entries.get(key);
  if (found !== undefined) return found;
  if (byDefault === undefined)
    throw new FunctionFailure(
      1,
      "there is no such key, and no default was given",
      `the key is ${JSON.stringify(key)}`,
    );
  if (type.kind !== "map") return byDefault;
  const converted = convert(byDefault, type.element);
  if ("mismatch" in converted) throw new FunctionFailure(2, mismatchText(converted.mismatch));
  return converted.value;
}

function merged(values: readonly Value[]): Value {
  const given = values.flatMap((each, index) => (each.kind === "null" ? [] : [mappingOf(values, index)]));
  const entries = new Map(given.flatMap((each) => [...each.entries]));
  const [first] = given;
  const alike = first?.type.kind === "map" && given.every((each) => sameType(each.type, first.type));
  return alike && first.type.kind === "map" ? mapValue(first.type.element, entries) : objectValue(entries);
}

function zipped(values: readonly Value[]): Value {
  const [keys, items] = [textsOf(values, 0), sequenceOf(values, 1)];
  if (keys.length !== items.items.length)
    throw new FunctionFailure(1, `there are ${keys.length} keys, but ${items.items.length} values`);
  const entries = new Map(keys.map((key, index) => [key, items.items[index] ?? nullValue()] as const));
  const result = items.type.kind === "tuple" ? objectValue(entries) : mapValue(items.type.element, entries);
  // Which keys there are is told by the list of them, so what is sensitive in it makes the whole sensitive.
  return sensitive(result, values[0]?.extent.sensitive ?? false);
}
