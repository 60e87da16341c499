import { decimalText, parseDecimal } from "../decimal.ts";
import { FunctionFailure } from "../function-definition.ts";
import { checkSize } from "../limits.ts";
import { textBuilder } from "../text-builder.ts";
import {
  boolValue,
  nullValue,
  numberValue,
  objectValue,
  stringValue,
  tupleValue,
  type Value,
} from "../value.ts";

/** The value as JSON the way Terraform writes it: no spaces, keys sorted, what HTML gives a meaning escaped. */
export function encodeJson(value: Value): string {
  const { write, text } = textBuilder();
  writeJson(value, write);
  return text();
}

function writeJson(value: Value, write: (piece: string) => void): void {
  switch (value.kind) {
    case "string":
      return write(jsonText(value.text));
    case "number":
      return write(decimalText(value.number));
    case "bool":
      return write(String(value.truth));
    case "sequence":
      write("[");
      for (const [index, each] of value.items.entries()) {
        if (index > 0) write(",");
        writeJson(each, write);
      }
      return write("]");
    case "mapping": {
      let first = true;
      write("{");
      for (const [key, each] of value.entries) {
        write(`${first ? "" : ","}${jsonText(key)}:`);
        first = false;
        writeJson(each, write);
      }
      return write("}");
    }
    default:
      return write("null");
  }
}

const escapes: Readonly<Record<string, string>> = {
  "<": "\\u003c",
  ">": "\\u003e",
  "&": "\\u0026",
  "\u2028": "\\u2028",
  "\u2029": "\\u2029",
};

function jsonText(text: string): string {
  return JSON.stringify(text).replace(/[<>&\u2028\u2029]/g, (each) => escapes[each] ?? each);
}

/** The value that JSON says, its numbers exact. */
export function decodeJson(text: string): Value {
  let size = 0;
  try {
    // Each level's parts were made into values before it.
    const value: unknown = JSON.parse(
      text,
      (_key: string, part: unknown, context?: { source?: string }): unknown => {
        size += 1;
        checkSize(size);
        return valueOf(part, context?.source);
      },
    );
    if (isValue(value)) return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new FunctionFailure(0, "it is not valid JSON", error.message);
  }
  throw new FunctionFailure(0, "it is not valid JSON");
}

function valueOf(part: unknown, source: string | undefined): Value {
  if (typeof part === "string") return stringValue(part);
  if (typeof part === "boolean") return boolValue(part);
  if (typeof part === "number") {
    const number = parseDecimal(source ?? String(part));
    if (number === undefined) throw new FunctionFailure(0, "a number in it is too large");
    return numberValue(number);
  }
  if (Array.isArray(part)) return tupleValue(part.filter(isValue));
  if (typeof part !== "object" || part === null) return nullValue();
  const entries = Object.entries(part).flatMap(([key, each]) =>
    isValue(each) ? [[key, each] as const] : [],
  );
  return objectValue(entries);
}

function isValue(part: unknown): part is Value {
  return typeof part === "object" && part !== null && "extent" in part;
}
