import { convert } from "../convert.ts";
import { unify } from "../conversion-type.ts";
import { identity } from "../equality.ts";
import { eager, FunctionFailure, type FunctionDefinition, type Parameter } from "../function-definition.ts";
import { checkSize } from "../limits.ts";
import { setValue } from "../set-value.ts";
import { dynamicType, listType, setType, tupleType, type Type } from "../types.ts";
import { listValue, tupleValue, type SequenceValue, type Value } from "../value.ts";
import { sequenceOf } from "./arguments.ts";

const set: Parameter = { name: "first_set", type: setType(dynamicType) };
const others: Parameter = { name: "other_sets", type: setType(dynamicType) };

function combining(
  description: string,
  combine: (all: readonly (readonly Value[])[]) => readonly Value[],
): FunctionDefinition {
  return eager({
    description,
    parameters: [set],
    rest: others,
    result: ([first]) => first?.type ?? dynamicType,
    call: (values) => {
      const { element, sets } = alike(values);
      return setValue(element, combine(sets.map((each) => each.items)));
    },
  });
}

/** The functions of sets. */
export const setFunctions = {
  setintersection: combining("The elements that are in all sets.", ([first = [], ...rest]) =>
    rest.reduce<readonly Value[]>((so, each) => among(so, each, true), first),
  ),
  setproduct: eager({
    description: "Every combination of an element of each collection.",
    parameters: [],
    rest: { name: "sets", type: dynamicType },
    result: dynamicType,
    call: (values) => product(values),
  }),
  setsubtract: eager({
    description: "The elements of the first set that are not in the second.",
    parameters: [
      { name: "a", type: setType(dynamicType) },
      { name: "b", type: setType(dynamicType) },
    ],
    result: ([first]) => first?.type ?? dynamicType,
    call: (values) => {
      const { element, sets } = alike(values);
      return setValue(element, among(sets[0]?.items ?? [], sets[1]?.items ?? [], false));
    },
  }),
  setunion: combining("The elements that are in any of the sets.", (all) => all.flat()),
} satisfies Record<string, FunctionDefinition>;

/** The sets with elements of one type. */
function alike(values: readonly Value[]): {
  readonly element: Type;
  readonly sets: readonly SequenceValue[];
} {
  // An empty set literal fits any other.
  const given = values.map((_, index) => sequenceOf(values, index));
  const told = given.filter(
    (each) => each.items.length > 0 || !("element" in each.type && each.type.element.kind === "dynamic"),
  );
  const element = unify(told.map(({ type }) => ("element" in type ? type.element : dynamicType)));
  if (element === undefined) throw new FunctionFailure(undefined, "the sets must hold elements of one type");
  const sets = given.map((each) => {
    if (each.items.length === 0) return setValue(element, []);
    const converted = convert(each, setType(element));
    return "value" in converted && converted.value.kind === "sequence" ? converted.value : each;
  });
  return { element, sets };
}

function among(items: readonly Value[], others: readonly Value[], wanted: boolean): readonly Value[] {
  const known = new Set(others.map(identity));
  return items.filter((each) => known.has(identity(each)) === wanted);
}

function product(values: readonly Value[]): Value {
  if (values.length < 2) throw new FunctionFailure(undefined, "at least two collections are required");
  const given = values.map((_, index) => sequenceOf(values, index));
  checkSize(given.reduce((size, each) => size * each.items.length, 1) * given.length);
  let combinations: readonly (readonly Value[])[] = [[]];
  for (const each of given)
    combinations = combinations.flatMap((so) => each.items.map((item) => [...so, item]));
  const elements = given.map(({ type, items }) =>
    type.kind === "tuple" ? unify(items.map((item) => item.type)) : type.element,
  );
  const items = combinations.map(tupleValue);
  if (elements.includes(undefined)) return tupleValue(items);
  const element = tupleType(elements.flatMap((each) => each ?? []));
  const converted = convert(tupleValue(items), listType(element));
  const list = "value" in converted && converted.value.kind === "sequence" ? converted.value.items : items;
  return given.every(({ type }) => type.kind === "set") ? setValue(element, list) : listValue(element, list);
}
