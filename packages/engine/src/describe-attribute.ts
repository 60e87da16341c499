import { assertNever, quote, sensitiveText } from "@wf/parser";
import type { AttributeValue } from "./attributes.ts";
import type { AttributeChange } from "./diff.ts";
import { diffWords } from "./diff-words.ts";
import type { ChangeEffect } from "./plan-model.ts";
import type { AttributeView, ItemView } from "./plan-view.ts";

/** Why AWS does with a change what it does. */
export interface ChangeReason {
  readonly effect: ChangeEffect;
  readonly comment: string | undefined;
}

/** One change as shown; masked where its path, or the block that holds it, is sensitive. */
export function describeAttribute(
  change: AttributeChange,
  sensitive: ReadonlySet<string>,
  reason?: ChangeReason,
): AttributeView {
  const { path, before, after } = change;
  const dot = path.indexOf(".");
  const block = dot === -1 ? undefined : path.slice(0, dot);
  const masked = isMasked(path, sensitive);
  return {
    block,
    name: path.slice(dot + 1),
    change: before === undefined ? "add" : after === undefined ? "remove" : "change",
    before: printValue(before, masked),
    after: printValue(after, masked),
    ...(masked ? {} : differences(before, after)),
    effect: reason?.effect,
    comment: reason?.comment,
  };
}

/** Whether a path, or the block that holds it, is sensitive. */
export function isMasked(path: string, sensitive: ReadonlySet<string>): boolean {
  const dot = path.indexOf(".");
  return sensitive.has(path) || (dot !== -1 && sensitive.has(path.slice(0, dot)));
}

/** A value as an HCL literal, or masked. */
export function printValue(value: AttributeValue | undefined, masked: boolean): string | undefined {
  if (value === undefined) return undefined;
  if (masked) return sensitiveText;
  switch (value.kind) {
    case "text":
      return quote(value.value);
    case "set":
      return `[${value.values.map(quote).join(", ")}]`;
    case "map":
      return `{ ${[...pairs(value)].map(([key, text]) => `${key} = ${text}`).join(", ")} }`;
    case "secret":
      return sensitiveText;
    default:
      return assertNever(value);
  }
}

/** Where two values differ; of a list or map that is not there on one side, everything that comes or goes. */
function differences(
  before: AttributeValue | undefined,
  after: AttributeValue | undefined,
): Pick<AttributeView, "items" | "unchanged" | "words"> {
  const [left, right] = [before ?? emptied(after), after ?? emptied(before)];
  if (left?.kind === "set" && right?.kind === "set") return folded(setItems(left.values, right.values));
  if (left?.kind === "map" && right?.kind === "map") return folded(mapItems(pairs(left), pairs(right)));
  if (before?.kind !== "text" || after?.kind !== "text") return {};
  const words = diffWords(quote(before.value), quote(after.value));
  return words === undefined ? {} : { words };
}

function emptied(value: AttributeValue | undefined): AttributeValue | undefined {
  if (value?.kind === "set") return { kind: "set", values: [] };
  return value?.kind === "map" ? { kind: "map", entries: {} } : undefined;
}

/** So many items that stay are shown among those that change; more are counted. */
const mostKept = 3;

function folded(items: readonly ItemView[]): Pick<AttributeView, "items" | "unchanged"> {
  const changed = items.filter((item) => item.change !== "keep");
  const kept = items.length - changed.length;
  return kept <= mostKept ? { items } : { items: changed, unchanged: kept };
}

function setItems(before: readonly string[], after: readonly string[]): readonly ItemView[] {
  const [left, right] = [new Set(before), new Set(after)];
  return [...left.union(right)].sort().map((item) => ({
    change: !left.has(item) ? "add" : right.has(item) ? "keep" : "remove",
    text: quote(item),
  }));
}

function mapItems(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly ItemView[] {
  return [...new Set([...before.keys(), ...after.keys()])].sort().map((key) => {
    const [left, right] = [before.get(key), after.get(key)];
    const [was, becomes] = [`${key} = ${left ?? ""}`, `${key} = ${right ?? ""}`];
    if (left === undefined) return { change: "add", text: becomes };
    if (right === undefined) return { change: "remove", text: was };
    if (left === right) return { change: "keep", text: was };
    return { change: "change", text: `${was} -> ${right}`, before: was, after: becomes };
  });
}

function pairs(value: AttributeValue & { readonly kind: "map" }): ReadonlyMap<string, string> {
  return new Map(
    Object.keys(value.entries)
      .sort()
      .map((key) => [quote(key), quote(value.entries[key] ?? "")]),
  );
}
