import { attributeStep, indexStep, keyStep, mismatch, required, within, type Mismatch } from "./mismatch.ts";
import {
  dynamicType,
  listType,
  mapType,
  objectType,
  sameType,
  tupleType,
  withoutOptional,
  type CollectionType,
  type ObjectType,
  type TupleType,
  type Type,
} from "./types.ts";

/** The type that a conversion makes, or why there is no conversion. */
export type ConversionType = { readonly type: Type } | { readonly mismatch: Mismatch };

/**
 * The type that a value of type `from` gets when `to` is wanted: `to` itself, its `any` filled in. Some conversions
 * that exist for a type fail for a value ("abc" is no number).
 */
export function conversionType(from: Type, to: Type): ConversionType {
  if (to.kind === "dynamic") return { type: from };
  if (from.kind === "dynamic" || sameType(from, to)) return { type: withoutOptional(to) };
  switch (to.kind) {
    case "string":
      return from.kind === "number" || from.kind === "bool" ? { type: to } : refused(from, to);
    case "number":
    case "bool":
      return from.kind === "string" ? { type: to } : refused(from, to);
    case "list":
    case "set":
      return toSequence(from, to);
    case "map":
      return toMap(from, to);
    case "tuple":
      return toTuple(from, to);
    default:
      return toObject(from, to);
  }
}

function refused(from: Type, to: Type): ConversionType {
  return { mismatch: required(to, from) };
}

function collected(to: CollectionType, element: ConversionType): ConversionType {
  return "type" in element ? { type: { kind: to.kind, element: element.type } } : element;
}

function toSequence(from: Type, to: CollectionType): ConversionType {
  if (from.kind === "list" || from.kind === "set")
    return collected(to, conversionType(from.element, to.element));
  if (from.kind !== "tuple") return refused(from, to);
  return fromParts(
    to,
    from.elements.map((each, index) => [indexStep(index), each] as const),
  );
}

function toMap(from: Type, to: CollectionType): ConversionType {
  if (from.kind === "map") return collected(to, conversionType(from.element, to.element));
  if (from.kind !== "object") return refused(from, to);
  return fromParts(
    to,
    [...from.attributes].map(([name, each]) => [keyStep(name), each] as const),
  );
}

function fromParts(
  to: CollectionType,
  parts: readonly (readonly [ReturnType<typeof indexStep>, Type])[],
): ConversionType {
  const converted: Type[] = [];
  for (const [step, each] of parts) {
    const result = conversionType(each, to.element);
    if ("mismatch" in result) return { mismatch: within(step, result.mismatch) };
    converted.push(result.type);
  }
  const element = converted.length === 0 ? withoutOptional(to.element) : unify(converted);
  if (element === undefined)
    return { mismatch: mismatch(`all elements of a ${to.kind} must be of one type`) };
  return { type: { kind: to.kind, element } };
}

function toTuple(from: Type, to: TupleType): ConversionType {
  if (from.kind !== "tuple") return refused(from, to);
  if (from.elements.length !== to.elements.length)
    return {
      mismatch: mismatch(
        `a tuple of length ${to.elements.length} is required, not one of length ${from.elements.length}`,
      ),
    };
  const elements: Type[] = [];
  for (const [index, wanted] of to.elements.entries()) {
    const result = conversionType(from.elements[index] ?? dynamicType, wanted);
    if ("mismatch" in result) return { mismatch: within(indexStep(index), result.mismatch) };
    elements.push(result.type);
  }
  return { type: tupleType(elements) };
}

function toObject(from: Type, to: ObjectType): ConversionType {
  if (from.kind !== "object" && from.kind !== "map") return refused(from, to);
  const missing: string[] = [];
  const attributes: (readonly [string, Type])[] = [];
  for (const [name, wanted] of to.attributes) {
    const given = from.kind === "map" ? from.element : from.attributes.get(name);
    if (given === undefined) {
      if (to.optional?.has(name) !== true) missing.push(name);
      attributes.push([name, withoutOptional(wanted)]);
      continue;
    }
    const result = conversionType(given, wanted);
    if ("mismatch" in result) return { mismatch: within(attributeStep(name), result.mismatch) };
    attributes.push([name, result.type]);
  }
  if (missing.length > 0) return { mismatch: missingAttributes(missing) };
  return { type: objectType(attributes) };
}

/** `attributes "id" and "site" are required` */
export function missingAttributes(names: readonly string[]): Mismatch {
  const quoted = names.map((name) => JSON.stringify(name));
  const listed = [quoted.slice(0, -1).join(", "), quoted.at(-1)].filter((each) => each !== "").join(" and ");
  return mismatch(
    names.length === 1 ? `attribute ${listed} is required` : `attributes ${listed} are required`,
  );
}

/** The type that values of all these types can be converted to, as for the two results of a conditional; undefined where there is none. */
export function unify(types: readonly Type[]): Type | undefined {
  const [first] = types;
  if (first === undefined) return dynamicType;
  if (types.every((each) => sameType(each, first))) return first;
  const known = types.filter((each) => each.kind !== "dynamic");
  const kinds = new Set(known.map((each) => each.kind));
  if (kinds.has("object") && kinds.has("tuple")) return undefined;
  if (kinds.size === 1) {
    const same = unifyOfOneKind(known, known.length < types.length);
    if (same !== "other-rules") return same;
  }
  return types
    .toSorted((left, right) => rank(left) - rank(right))
    .find((wanted) => acceptsAll(wanted, types));
}

function unifyOfOneKind(types: readonly Type[], withDynamic: boolean): Type | undefined | "other-rules" {
  const objects = types.filter((each) => each.kind === "object");
  const tuples = types.filter((each) => each.kind === "tuple");
  const collections = types.filter(
    (each) => each.kind === "list" || each.kind === "set" || each.kind === "map",
  );
  if (objects.length + tuples.length + collections.length === 0) return "other-rules";
  // What an unknown type turns out to be may change the common type, so nothing is promised.
  if (withDynamic) return dynamicType;
  const [collection] = collections;
  if (collection !== undefined) {
    const element = unify(collections.map((each) => each.element));
    return element === undefined ? undefined : { kind: collection.kind, element };
  }
  return objects.length > 0 ? unifyObjects(objects) : unifyTuples(tuples);
}

function unifyObjects(objects: readonly ObjectType[]): Type | undefined {
  const names = [...(objects[0]?.attributes.keys() ?? [])];
  const alike = objects.every(
    ({ attributes }) => attributes.size === names.length && names.every((name) => attributes.has(name)),
  );
  if (!alike) {
    const element = unify(objects.flatMap(({ attributes }) => [...attributes.values()]));
    return element === undefined ? undefined : mapType(element);
  }
  const unified: (readonly [string, Type])[] = [];
  for (const name of names) {
    const type = unify(objects.map(({ attributes }) => attributes.get(name) ?? dynamicType));
    if (type === undefined) return undefined;
    unified.push([name, type]);
  }
  return objectType(unified);
}

function unifyTuples(tuples: readonly TupleType[]): Type | undefined {
  const length = tuples[0]?.elements.length ?? 0;
  if (!tuples.every(({ elements }) => elements.length === length)) {
    const element = unify(tuples.flatMap(({ elements }) => elements));
    return element === undefined ? undefined : listType(element);
  }
  const unified: Type[] = [];
  for (let index = 0; index < length; index += 1) {
    const type = unify(tuples.map(({ elements }) => elements[index] ?? dynamicType));
    if (type === undefined) return undefined;
    unified.push(type);
  }
  return tupleType(unified);
}

/** Which of several types is wanted first, where each would do. */
function rank(type: Type): number {
  const order = ["string", "number", "bool", "map", "list", "set", "object", "tuple", "dynamic"];
  return order.indexOf(type.kind);
}

function acceptsAll(wanted: Type, types: readonly Type[]): boolean {
  return types.every((each) => "type" in conversionType(each, wanted));
}
