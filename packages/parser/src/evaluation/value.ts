import { Decimal } from "./decimal.ts";
import { extentOf, leaf, type Extent } from "./extent.ts";
import { compareText } from "./text-order.ts";
import type { Sensitivity } from "./sensitivity.ts";
import {
  boolType,
  dynamicType,
  numberType,
  stringType,
  type ListType,
  type MapType,
  type ObjectType,
  type PrimitiveType,
  type SetType,
  type TupleType,
  type Type,
} from "./types.ts";

/** A value of the language: plain data, never changed once made. Make them with the functions of this file. */
export type Value =
  | StringValue
  | NumberValue
  | BoolValue
  | SequenceValue
  | MappingValue
  | NullValue
  | UnknownValue;

interface Base {
  /** Whether this value (rather than one within it) must not be shown. */
  readonly sensitive: Sensitivity;
  /** What is true of this value and all within it. */
  readonly extent: Extent;
}

export interface StringValue extends Base {
  readonly kind: "string";
  readonly type: PrimitiveType;
  readonly text: string;
}

export interface NumberValue extends Base {
  readonly kind: "number";
  readonly type: PrimitiveType;
  readonly number: Decimal;
}

export interface BoolValue extends Base {
  readonly kind: "bool";
  readonly type: PrimitiveType;
  readonly truth: boolean;
}

/** A list, a set (sorted, each element once) or a tuple. */
export interface SequenceValue extends Base {
  readonly kind: "sequence";
  readonly type: ListType | SetType | TupleType;
  readonly items: readonly Value[];
}

/** A map or an object, sorted by key. */
export interface MappingValue extends Base {
  readonly kind: "mapping";
  readonly type: MapType | ObjectType;
  readonly entries: ReadonlyMap<string, Value>;
}

export interface NullValue extends Base {
  readonly kind: "null";
  readonly type: Type;
}

/** A value that is known only after apply. */
export interface UnknownValue extends Base {
  readonly kind: "unknown";
  readonly type: Type;
  /** Known not to become null. */
  readonly notNull: boolean;
}

/** A string, in Unicode's normal form C. */
export function stringValue(text: string): StringValue {
  return { kind: "string", type: stringType, text: text.normalize("NFC"), sensitive: false, extent: leaf };
}

/** A number; a text must be one that `parseDecimal` reads. */
export function numberValue(number: Decimal | number | bigint): NumberValue {
  const exact = Decimal.isDecimal(number) ? number : new Decimal(number);
  return { kind: "number", type: numberType, number: exact, sensitive: false, extent: leaf };
}

const truths: Readonly<Record<"true" | "false", BoolValue>> = {
  true: { kind: "bool", type: boolType, truth: true, sensitive: false, extent: leaf },
  false: { kind: "bool", type: boolType, truth: false, sensitive: false, extent: leaf },
};

/** `true` or `false`. */
export function boolValue(truth: boolean): BoolValue {
  return truth ? truths.true : truths.false;
}

/** A null of a type; of any type where none is told. */
export function nullValue(type: Type = dynamicType): NullValue {
  return { kind: "null", type, sensitive: false, extent: leaf };
}

const unknownLeaf: Extent = { ...leaf, known: false };

/** A value that is known only after apply. */
export function unknownValue(type: Type = dynamicType, notNull = false): UnknownValue {
  return { kind: "unknown", type, notNull, sensitive: false, extent: unknownLeaf };
}

/** A list; its items must be of the element's type already. */
export function listValue(element: Type, items: readonly Value[]): SequenceValue {
  return sequence({ kind: "list", element }, items);
}

/** `[a, b]`: each item keeps its own type. */
export function tupleValue(items: readonly Value[]): SequenceValue {
  return sequence({ kind: "tuple", elements: items.map((each) => each.type) }, items);
}

/** A sequence of a type that is known to fit its items. */
export function sequence(type: ListType | SetType | TupleType, items: readonly Value[]): SequenceValue {
  return { kind: "sequence", type, items, sensitive: false, extent: extentOf(items) };
}

/** A map; its values must be of the element's type already. */
export function mapValue(element: Type, entries: Iterable<readonly [string, Value]>): MappingValue {
  return mapping({ kind: "map", element }, sorted(entries));
}

/**
 * `{ a = b }`: each attribute keeps its own type.
 *
 * @example objectValue([["species", stringValue("lynx")]])
 */
export function objectValue(entries: Iterable<readonly [string, Value]>): MappingValue {
  const attributes = sorted(entries);
  return mapping(
    { kind: "object", attributes: new Map([...attributes].map(([name, each]) => [name, each.type])) },
    attributes,
  );
}

/** A mapping of a type that is known to fit its entries, which are sorted by key. */
export function mapping(type: MapType | ObjectType, entries: ReadonlyMap<string, Value>): MappingValue {
  return { kind: "mapping", type, entries, sensitive: false, extent: extentOf(entries.values()) };
}

function sorted(entries: Iterable<readonly [string, Value]>): ReadonlyMap<string, Value> {
  const pairs = [...entries].map(([key, value]) => [key.normalize("NFC"), value] as const);
  return new Map(pairs.sort(([left], [right]) => compareText(left, right)));
}

/** Whether it and all within it are known. */
export function isWhollyKnown(value: Value): boolean {
  return value.extent.known;
}

/** Whether it is null. */
export function isNull(value: Value): value is NullValue {
  return value.kind === "null";
}
