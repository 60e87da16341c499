import { quote } from "@wf/parser";
import { assertNever } from "./assert-never.ts";
import type { AttributeValue } from "./attributes.ts";
import type { AttributeChange } from "./diff.ts";
import type { AttributeView, ItemView } from "./plan-view.ts";

const sensitiveValue = "(sensitive value)";
/** Stands for a value that AWS decides. */
export const knownAfterApply = "(known after apply)";

/** One change as shown; masked where its path, or the block that holds it, is sensitive. */
export function describeAttribute(
  change: AttributeChange,
  sensitive: ReadonlySet<string>,
  comment: string | undefined,
): AttributeView {
  const dot = change.path.indexOf(".");
  const block = dot === -1 ? undefined : change.path.slice(0, dot);
  const masked = sensitive.has(change.path) || (block !== undefined && sensitive.has(block));
  return {
    block,
    name: change.path.slice(dot + 1),
    change: change.before === undefined ? "add" : change.after === undefined ? "remove" : "change",
    before: print(change.before, masked),
    after: print(change.after, masked),
    items: masked ? undefined : items(change),
    comment,
  };
}

function print(value: AttributeValue | undefined, masked: boolean): string | undefined {
  if (value === undefined) return undefined;
  if (masked) return sensitiveValue;
  switch (value.kind) {
    case "text":
      return quote(value.value);
    case "set":
      return `[${value.values.map(quote).join(", ")}]`;
    case "map":
      return `{ ${pairs(value).join(", ")} }`;
    case "secret":
      return sensitiveValue;
    default:
      return assertNever(value);
  }
}

/** What goes and comes of a set or map, in its order; undefined for other kinds. */
function items(change: AttributeChange): readonly ItemView[] | undefined {
  const before = parts(change.before);
  const after = parts(change.after);
  if (before === undefined && after === undefined) return undefined;
  const left = new Set(before);
  const right = new Set(after);
  return [...new Set([...left, ...right])]
    .sort()
    .map((text) => ({ text, change: !left.has(text) ? "add" : right.has(text) ? "keep" : "remove" }));
}

function parts(value: AttributeValue | undefined): readonly string[] | undefined {
  if (value?.kind === "set") return value.values.map(quote);
  return value?.kind === "map" ? pairs(value) : undefined;
}

function pairs(value: AttributeValue & { readonly kind: "map" }): readonly string[] {
  return Object.keys(value.entries)
    .sort()
    .map((key) => `${quote(key)} = ${quote(value.entries[key] ?? "")}`);
}
