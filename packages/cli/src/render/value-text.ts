import { describeValue, isIdentifier, quote, sensitiveText, type Value } from "@wf/parser";
import { printable } from "./printable.ts";

/** A value as it would be written, over several lines; what must not be shown or is not known says so. */
export function renderValue(value: Value, indent = ""): string {
  if (value.sensitive !== false) return sensitiveText;
  switch (value.kind) {
    case "string":
      return printable(quote(value.text));
    case "sequence": {
      const items = value.items.map((each) => `${indent}  ${renderValue(each, `${indent}  `)},\n`);
      const written = items.length === 0 ? "[]" : `[\n${items.join("")}${indent}]`;
      return value.type.kind === "tuple" ? written : `to${value.type.kind}(${written})`;
    }
    case "mapping": {
      const entries = [...value.entries].map(
        ([key, each]) => `${indent}  ${keyText(key)} = ${renderValue(each, `${indent}  `)}\n`,
      );
      const written = entries.length === 0 ? "{}" : `{\n${entries.join("")}${indent}}`;
      return value.type.kind === "map" ? `tomap(${written})` : written;
    }
    default:
      return describeValue(value);
  }
}

function keyText(key: string): string {
  return isIdentifier(key) ? key : printable(quote(key));
}
