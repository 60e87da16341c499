import type { Document } from "yaml";
import { decimalText } from "../decimal.ts";
import { eager, FunctionFailure, type FunctionDefinition } from "../function-definition.ts";
import { checkTextLength } from "../limits.ts";
import { textBuilder, type TextBuilder } from "../text-builder.ts";
import { dynamicType, stringType } from "../types.ts";
import {
  boolValue,
  nullValue,
  numberValue,
  objectValue,
  stringValue,
  tupleValue,
  type Value,
} from "../value.ts";
import { textOf } from "./arguments.ts";
import { library, type Library } from "./library.ts";
import { made } from "./string.ts";

interface Reader {
  /** The documents of a text. */
  readonly documents: (source: string) => readonly Document[];
  /** Whether one of a document's maps has a key twice. */
  readonly hasKeyTwice: (document: Document) => boolean;
}

/** Reads YAML. */
export const yamlLibrary: Library<Reader> = library(async () => {
  const { isScalar, parseAllDocuments, visit } = await import("yaml");
  return {
    documents: (source) => {
      // The library would hold each key against all before it.
      const options = { merge: true, intAsBigInt: true, prettyErrors: false, uniqueKeys: false } as const;
      const documents = parseAllDocuments(source, options);
      return Array.isArray(documents) ? documents : [];
    },
    hasKeyTwice: (document) => {
      let twice = false;
      visit(document, {
        Map: (_, { items }) => {
          const keys = items.flatMap(({ key }) => (isScalar(key) ? [key.value] : []));
          twice ||= new Set(keys).size < keys.length;
        },
      });
      return twice;
    },
  };
});

/** The functions of YAML. */
export const yamlFunctions = {
  yamldecode: eager({
    description: "The value that YAML says.",
    parameters: [{ name: "src", type: stringType }],
    result: dynamicType,
    call: (values) => decodeYaml(textOf(values, 0)),
  }),
  yamlencode: eager({
    description: "A value as YAML.",
    parameters: [{ name: "value", type: dynamicType, nullable: true }],
    result: stringType,
    call: ([value]) => made(encodeYaml(value ?? nullValue())),
  }),
} satisfies Record<string, FunctionDefinition>;

function decodeYaml(source: string): Value {
  const { documents, hasKeyTwice } = yamlLibrary.loaded();
  const [document, ...more] = documents(source);
  if (more.length > 0) throw new FunctionFailure(0, "it holds more than one document");
  if (document === undefined) return nullValue();
  const [wrong] = document.errors;
  if (wrong !== undefined) throw new FunctionFailure(0, "it is not valid YAML", wrong.message);
  if (hasKeyTwice(document)) throw new FunctionFailure(0, "it is not valid YAML", "Map keys must be unique");
  let plain: unknown;
  try {
    plain = document.toJS({ mapAsMap: true, maxAliasCount: 1000 });
  } catch (error) {
    if (error instanceof ReferenceError) throw new FunctionFailure(0, "its aliases cannot be resolved");
    throw error;
  }
  return fromYaml(plain);
}

function fromYaml(plain: unknown): Value {
  if (typeof plain === "string") return stringValue(plain);
  if (typeof plain === "boolean") return boolValue(plain);
  if (typeof plain === "bigint") return numberValue(plain);
  if (typeof plain === "number") {
    if (!Number.isFinite(plain)) throw new FunctionFailure(0, "it holds a number that is not finite");
    return numberValue(plain);
  }
  if (Array.isArray(plain)) return tupleValue(plain.map(fromYaml));
  if (!(plain instanceof Map)) return nullValue();
  const entries: (readonly [string, Value])[] = [];
  for (const [key, each] of plain) {
    if (
      typeof key !== "string" &&
      typeof key !== "bigint" &&
      typeof key !== "boolean" &&
      typeof key !== "number"
    )
      throw new FunctionFailure(0, "the keys of its maps must be strings");
    entries.push([String(key), fromYaml(each)]);
  }
  return objectValue(entries);
}

/** Writes as Terraform does: strings in quotes, or as a block where they have lines. */
function encodeYaml(value: Value): string {
  const written = textBuilder();
  // At the top its entries stand where they would within a sequence: without a new line before them.
  writeYaml(value, "", true, written);
  written.write("\n");
  return written.text();
}

function writeYaml(value: Value, indent: string, inSequence: boolean, written: TextBuilder): void {
  const { write } = written;
  switch (value.kind) {
    case "string":
      return write(yamlText(value.text, indent));
    case "number":
      return write(decimalText(value.number));
    case "bool":
      return write(String(value.truth));
    case "sequence": {
      if (value.items.length === 0) return write("[]");
      for (const [at, each] of value.items.entries()) {
        write(`${at === 0 && inSequence ? "" : `\n${indent}`}- `);
        writeYaml(each, `${indent}  `, true, written);
      }
      return undefined;
    }
    case "mapping": {
      if (value.entries.size === 0) return write("{}");
      let begun = inSequence;
      for (const [key, each] of value.entries) {
        write(`${begun ? "" : `\n${indent}`}${JSON.stringify(key)}:${beginsOnItsLine(each) ? " " : ""}`);
        begun = false;
        const deeper = each.kind === "mapping" || each.kind === "string" ? `${indent}  ` : indent;
        writeYaml(each, deeper, false, written);
      }
      return undefined;
    }
    default:
      return write("null");
  }
}

/** Whether a value begins on the line of its key: all but those that have entries of their own. */
function beginsOnItsLine(value: Value): boolean {
  if (value.kind === "sequence") return value.items.length === 0;
  return value.kind !== "mapping" || value.entries.size === 0;
}

function yamlText(text: string, indent: string): string {
  const plainLines = /^[^\s].*\n/.test(text) && /^[\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd]*$/.test(text);
  if (!plainLines) return JSON.stringify(text);
  const end = text.endsWith("\n\n") ? "+" : text.endsWith("\n") ? "" : "-";
  const lines = (text.endsWith("\n") ? text.slice(0, -1) : text).split("\n");
  const deeper = indent === "" ? "  " : indent;
  checkTextLength(text.length + lines.length * deeper.length);
  return `|${end}\n${lines.map((line) => (line === "" ? "" : deeper + line)).join("\n")}`;
}
