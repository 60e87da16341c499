import { Decimal, decimalText } from "./decimal.ts";
import {
  boolValue,
  nullValue,
  numberValue,
  objectValue,
  stringValue,
  tupleValue,
  type Value,
} from "./value.ts";

/** What JSON can say. Numbers that a float64 cannot hold exactly are their digits, as text. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/**
 * The value as JSON-like data, sensitive parts and all; objects have no prototype, so that any key is a plain key.
 * Throws for a value that is not wholly known: ask `isWhollyKnown` first.
 */
export function toPlain(value: Value): Plain {
  switch (value.kind) {
    case "string":
      return value.text;
    case "number": {
      const float = value.number.toNumber();
      return new Decimal(float).equals(value.number) ? float : decimalText(value.number);
    }
    case "bool":
      return value.truth;
    case "null":
      return null;
    case "unknown":
      throw new Error("A value that is known only after apply cannot be turned into plain data");
    case "sequence":
      return value.items.map(toPlain);
    default: {
      const plain = emptyRecord();
      for (const [key, each] of value.entries) plain[key] = toPlain(each);
      return plain;
    }
  }
}

function emptyRecord(): Record<string, Plain> {
  const record: Record<string, Plain> = {};
  Object.setPrototypeOf(record, null);
  return record;
}

/** The value that JSON-like data says: arrays become tuples, records objects. */
export function fromPlain(plain: Plain): Value {
  switch (typeof plain) {
    case "string":
      return stringValue(plain);
    case "number":
      return numberValue(plain);
    case "boolean":
      return boolValue(plain);
    default:
      if (plain === null) return nullValue();
      if (isArray(plain)) return tupleValue(plain.map(fromPlain));
      return objectValue(Object.entries(plain).map(([key, each]) => [key, fromPlain(each)] as const));
  }
}

function isArray(plain: readonly Plain[] | { readonly [key: string]: Plain }): plain is readonly Plain[] {
  return Array.isArray(plain);
}
