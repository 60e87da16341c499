import { eager, FunctionFailure, type FunctionDefinition } from "../function-definition.ts";
import { checkSize } from "../limits.ts";
import { dynamicType, listType, objectType, stringType } from "../types.ts";
import { listValue, nullValue, objectValue, stringValue } from "../value.ts";
import { textOf } from "./arguments.ts";
import { decodeJson, encodeJson } from "./json.ts";
import { library } from "./library.ts";
import { made } from "./string.ts";
import { base64, base64Bytes, decodedText, utf8Bytes } from "./utf8.ts";

/** Reads CSV. */
export const csvLibrary = library(async () => await import("csv-parse/sync"));

const text = { name: "str", type: stringType };
const encoding = { name: "encoding", type: stringType };

/** The functions that turn values into texts and back. */
export const encodingFunctions = {
  base64decode: eager({
    description: "The text that base64 holds.",
    parameters: [text],
    result: stringType,
    call: (values) => made(decoded(textOf(values, 0), "utf-8")),
  }),
  base64encode: eager({
    description: "A text as base64.",
    parameters: [text],
    result: stringType,
    call: (values) => made(base64(utf8Bytes(textOf(values, 0)))),
  }),
  csvdecode: eager({
    description: "The rows of CSV as objects, named after its first line.",
    parameters: [text],
    result: listType(dynamicType),
    call: (values) => decodeCsv(textOf(values, 0)),
  }),
  jsondecode: eager({
    description: "The value that JSON says.",
    parameters: [text],
    result: dynamicType,
    call: (values) => decodeJson(textOf(values, 0)),
  }),
  jsonencode: eager({
    description: "A value as JSON.",
    parameters: [{ name: "val", type: dynamicType, nullable: true }],
    result: stringType,
    call: ([value]) => made(encodeJson(value ?? nullValue())),
  }),
  textdecodebase64: eager({
    description: "The text that base64 holds in a character encoding.",
    parameters: [{ name: "source", type: stringType }, encoding],
    result: stringType,
    call: (values) => made(decoded(textOf(values, 0), textOf(values, 1))),
  }),
  textencodebase64: eager({
    description:
      "A text in a character encoding (UTF-8, UTF-16LE, UTF-16BE, ISO-8859-1 or US-ASCII) as base64.",
    parameters: [{ name: "string", type: stringType }, encoding],
    result: stringType,
    call: (values) => made(base64(encoded(textOf(values, 0), textOf(values, 1)))),
  }),
  urlencode: eager({
    description: "A text for the query of a URL.",
    parameters: [text],
    result: stringType,
    call: (values) =>
      made(
        encodeURIComponent(textOf(values, 0).toWellFormed())
          .replace(/%20/g, "+")
          .replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`),
      ),
  }),
} satisfies Record<string, FunctionDefinition>;

function decoded(source: string, name: string): string {
  const bytes = base64Bytes(source);
  if (bytes === undefined) throw new FunctionFailure(0, "it is not base64");
  try {
    const result = decodedText(bytes, name);
    if (result !== undefined) return result;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new FunctionFailure(1, "there is no such encoding, or it is not supported", name);
  }
  throw new FunctionFailure(0, `the bytes are not valid ${name.toUpperCase()}`);
}

function encoded(text: string, name: string): Uint8Array {
  const upper = name.toUpperCase();
  if (upper === "UTF-8") return utf8Bytes(text);
  if (upper === "UTF-16LE" || upper === "UTF-16BE") {
    const bytes = new Uint8Array(text.length * 2);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < text.length; at += 1)
      view.setUint16(at * 2, text.charCodeAt(at), upper === "UTF-16LE");
    return bytes;
  }
  const most = upper === "ISO-8859-1" ? 0xff : upper === "US-ASCII" ? 0x7f : undefined;
  if (most === undefined)
    throw new FunctionFailure(1, "there is no such encoding, or it is not supported", name);
  return Uint8Array.from(text, (each) => {
    const point = each.codePointAt(0) ?? 0;
    if (point > most) throw new FunctionFailure(0, `it has a character that ${upper} has not`);
    return point;
  });
}

function decodeCsv(source: string): ReturnType<typeof listValue> {
  const { parse, CsvError } = csvLibrary.loaded();
  let rows: readonly (readonly string[])[];
  try {
    rows = parse(source, { skip_empty_lines: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new FunctionFailure(0, "it is not valid CSV", error.message);
  }
  const [header, ...lines] = rows;
  if (header === undefined) throw new FunctionFailure(0, "it has no header line");
  if (new Set(header).size < header.length) throw new FunctionFailure(0, "two of its columns have one name");
  checkSize(lines.length * header.length);
  const items = lines.map((line) =>
    objectValue(header.map((name, index) => [name, stringValue(line[index] ?? "")] as const)),
  );
  return listValue(objectType(header.map((name) => [name, stringType] as const)), items);
}
