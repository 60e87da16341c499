import { isIdentifier } from "../syntax/identifier.ts";
import { decimalText } from "./decimal.ts";
import { sensitiveText, unknownText } from "./stand-ins.ts";
import type { Value } from "./value.ts";

const shownItems = 8;
const shownText = 200;
const shownDepth = 4;

/** The value in one line, for people: sensitive parts masked, long ones cut. */
export function describeValue(value: Value, depth = 0): string {
  if (value.sensitive !== false) return sensitiveText;
  switch (value.kind) {
    case "string":
      return JSON.stringify(
        value.text.length > shownText ? `${value.text.slice(0, shownText)}…` : value.text,
      );
    case "number":
      return decimalText(value.number);
    case "bool":
      return String(value.truth);
    case "null":
      return "null";
    case "unknown":
      return unknownText;
    case "sequence":
      return enclosed("[", value.items, (each) => describeValue(each, depth + 1), "]", depth);
    default:
      return enclosed(
        "{",
        [...value.entries],
        ([key, each]) => `${keyText(key)} = ${describeValue(each, depth + 1)}`,
        "}",
        depth,
      );
  }
}

function enclosed<T>(
  open: string,
  items: readonly T[],
  describe: (item: T) => string,
  close: string,
  depth: number,
): string {
  if (items.length === 0) return `${open}${close}`;
  if (depth >= shownDepth) return `${open}…${close}`;
  const shown = items.slice(0, shownItems).map(describe);
  const rest = items.length > shownItems ? [`and ${items.length - shownItems} more`] : [];
  const inner = [...shown, ...rest].join(", ");
  return open === "{" ? `{ ${inner} }` : `${open}${inner}${close}`;
}

/** A key as it is written in an object: bare where it can be. */
function keyText(key: string): string {
  return isIdentifier(key) ? key : JSON.stringify(key);
}
