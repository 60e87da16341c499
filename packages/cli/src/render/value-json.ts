import { decimalText, sensitiveText, unknownText, type Value } from "@wf/parser";
import { withEscapes } from "./json-text.ts";

/** A value as JSON in one line, numbers with all their digits; what must not be shown or is not known is a text that says so. */
export function renderValueJson(value: Value): string {
  return withEscapes(jsonOf(value));
}

function jsonOf(value: Value): string {
  if (value.sensitive !== false) return JSON.stringify(sensitiveText);
  switch (value.kind) {
    case "string":
      return JSON.stringify(value.text);
    case "number":
      return decimalText(value.number);
    case "bool":
      return String(value.truth);
    case "null":
      return "null";
    case "unknown":
      return JSON.stringify(unknownText);
    case "sequence":
      return `[${value.items.map(jsonOf).join(",")}]`;
    default: {
      const entries = [...value.entries].map(([key, each]) => `${JSON.stringify(key)}:${jsonOf(each)}`);
      return `{${entries.join(",")}}`;
    }
  }
}
