import { compareText } from "./text-order.ts";

/** The types of the language. `dynamic` is the type of a value whose type is not known yet, and `any` in a constraint. */
export type Type = PrimitiveType | DynamicType | CollectionType | TupleType | ObjectType;

export interface PrimitiveType {
  readonly kind: "string" | "number" | "bool";
}

export interface DynamicType {
  readonly kind: "dynamic";
}

/** Any number of elements of one type. */
export type CollectionType = ListType | SetType | MapType;

export interface ListType {
  readonly kind: "list";
  readonly element: Type;
}

export interface SetType {
  readonly kind: "set";
  readonly element: Type;
}

export interface MapType {
  readonly kind: "map";
  readonly element: Type;
}

/** A fixed number of elements, each of its own type. */
export interface TupleType {
  readonly kind: "tuple";
  readonly elements: readonly Type[];
}

/** Fixed names, each with a value of its own type. */
export interface ObjectType {
  readonly kind: "object";
  /** Sorted by name. */
  readonly attributes: ReadonlyMap<string, Type>;
  /** Names that a value may lack when it is converted to this type; only in constraints, never in a value's own type. */
  readonly optional?: ReadonlySet<string>;
}

export const stringType: PrimitiveType = { kind: "string" };
export const numberType: PrimitiveType = { kind: "number" };
export const boolType: PrimitiveType = { kind: "bool" };
export const dynamicType: DynamicType = { kind: "dynamic" };

/** The type of a list whose elements are of one type. */
export function listType(element: Type): ListType {
  return { kind: "list", element };
}

/** The type of a set whose elements are of one type. */
export function setType(element: Type): SetType {
  return { kind: "set", element };
}

/** The type of a map whose values are of one type. */
export function mapType(element: Type): MapType {
  return { kind: "map", element };
}

/** The type of a tuple with these elements. */
export function tupleType(elements: readonly Type[]): TupleType {
  return { kind: "tuple", elements };
}

/** The type of an object with these attributes. */
export function objectType(
  attributes: Iterable<readonly [string, Type]>,
  optional?: ReadonlySet<string>,
): ObjectType {
  const sorted = new Map([...attributes].sort(([left], [right]) => compareText(left, right)));
  return optional === undefined || optional.size === 0
    ? { kind: "object", attributes: sorted }
    : { kind: "object", attributes: sorted, optional };
}

/** Whether two types are the same; which attributes a constraint lets be missing does not count. */
export function sameType(left: Type, right: Type): boolean {
  if (left === right) return true;
  if (left.kind !== right.kind) return false;
  switch (left.kind) {
    case "list":
    case "set":
    case "map":
      return right.kind === left.kind && sameType(left.element, right.element);
    case "tuple":
      return (
        right.kind === "tuple" &&
        left.elements.length === right.elements.length &&
        left.elements.every((each, index) => {
          const other = right.elements[index];
          return other !== undefined && sameType(each, other);
        })
      );
    case "object":
      if (right.kind !== "object" || left.attributes.size !== right.attributes.size) return false;
      for (const [name, each] of left.attributes) {
        const other = right.attributes.get(name);
        if (other === undefined || !sameType(each, other)) return false;
      }
      return true;
    default:
      return true;
  }
}

/** The type as people say it: `list of string`. */
export function typeName(type: Type): string {
  switch (type.kind) {
    case "list":
    case "set":
    case "map":
      return type.element.kind === "dynamic" ? type.kind : `${type.kind} of ${typeName(type.element)}`;
    case "dynamic":
      return "value of any type";
    default:
      return type.kind;
  }
}

/** The type as a constraint is written: `object({ id = string })`. */
export function typeText(type: Type): string {
  switch (type.kind) {
    case "list":
    case "set":
    case "map":
      return `${type.kind}(${typeText(type.element)})`;
    case "dynamic":
      return "any";
    case "tuple":
      return `tuple([${type.elements.map(typeText).join(", ")}])`;
    case "object": {
      const attributes = [...type.attributes].map(([name, each]) =>
        type.optional?.has(name) === true
          ? `${name} = optional(${typeText(each)})`
          : `${name} = ${typeText(each)}`,
      );
      return attributes.length === 0 ? "object({})" : `object({ ${attributes.join(", ")} })`;
    }
    default:
      return type.kind;
  }
}

/** The type with every attribute required: what a value converted to it has. */
export function withoutOptional(type: Type): Type {
  switch (type.kind) {
    case "list":
    case "set":
    case "map":
      return { kind: type.kind, element: withoutOptional(type.element) };
    case "tuple":
      return tupleType(type.elements.map(withoutOptional));
    case "object":
      return {
        kind: "object",
        attributes: new Map([...type.attributes].map(([name, each]) => [name, withoutOptional(each)])),
      };
    default:
      return type;
  }
}
