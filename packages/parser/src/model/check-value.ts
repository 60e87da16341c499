import { convert } from "../evaluation/convert.ts";
import { describeValue } from "../evaluation/describe-value.ts";
import { mismatchText } from "../evaluation/mismatch.ts";
import { type Plain, toPlain } from "../evaluation/plain.ts";
import { containsSensitive } from "../evaluation/sensitivity.ts";
import { isNull, isWhollyKnown, type Value } from "../evaluation/value.ts";
import type { Attribute, Expression } from "../syntax/ast.ts";
import { type Diagnostic, diagnostic, type WithDiagnostics } from "../text/diagnostic.ts";
import type { Span } from "../text/source.ts";
import type { AttributeSchema, TextConstraint } from "./schema.ts";

interface Checked {
  readonly value: Plain | undefined;
  readonly sensitive: boolean;
}

/** Converts an attribute's value to the schema's type and holds it against the constraints. */
export function checkValue(value: Value, item: Attribute, schema: AttributeSchema): WithDiagnostics<Checked> {
  const place = item.expression.span;
  const name = item.name.name;
  const sensitive = containsSensitive(value);
  if (isNull(value)) {
    const lost = schema.required ? [diagnostic("null-value", place, { name })] : [];
    return { value: { value: undefined, sensitive }, diagnostics: lost };
  }
  const converted = convert(value, schema.type);
  if ("mismatch" in converted) {
    const reason = mismatchText(converted.mismatch);
    return {
      value: { value: undefined, sensitive },
      diagnostics: [diagnostic("wrong-type", place, { name, reason })],
    };
  }
  if (!isWhollyKnown(converted.value)) return { value: { value: undefined, sensitive }, diagnostics: [] };
  const plain = toPlain(converted.value);
  const diagnostics = [
    ...checkTexts(converted.value, item, schema),
    ...checkKeys(plain, item, schema, sensitive),
    ...checkCount(plain, item, schema),
  ];
  return { value: { value: diagnostics.length === 0 ? plain : undefined, sensitive }, diagnostics };
}

function checkTexts(value: Value, item: Attribute, schema: AttributeSchema): readonly Diagnostic[] {
  const constraint = schema.text;
  if (constraint === undefined) return [];
  const parts =
    value.kind === "sequence"
      ? value.items
      : value.kind === "mapping"
        ? [...value.entries.values()]
        : [value];
  return parts.flatMap((part) => {
    if (part.kind === "null")
      return [diagnostic("null-value", item.expression.span, { name: item.name.name })];
    if (part.kind !== "string" || fits(part.text, constraint)) return [];
    const found = describeValue(part);
    const place = elementPlace(item.expression, part.text);
    return [diagnostic("invalid-value", place, { name: item.name.name, found, allowed: constraint.allowed })];
  });
}

function checkKeys(
  plain: Plain,
  item: Attribute,
  schema: AttributeSchema,
  sensitive: boolean,
): readonly Diagnostic[] {
  const constraint = schema.keys;
  if (constraint === undefined || typeof plain !== "object" || plain === null) return [];
  return Object.keys(plain)
    .filter((key) => !fits(key, constraint))
    .map((key) => {
      const found = sensitive ? "(sensitive value)" : JSON.stringify(key);
      const name = `a key of ${item.name.name}`;
      return diagnostic("invalid-value", item.expression.span, { name, found, allowed: constraint.allowed });
    });
}

function checkCount(plain: Plain, item: Attribute, schema: AttributeSchema): readonly Diagnostic[] {
  const limits = schema.count;
  if (limits === undefined || typeof plain !== "object" || plain === null) return [];
  const found = Object.keys(plain).length;
  if (found >= limits.minimum && found <= limits.maximum) return [];
  return [diagnostic("wrong-count", item.expression.span, { name: item.name.name, found, ...limits })];
}

/** How long AWS counts a text to be. */
export function codePointLength(text: string): number {
  return Array.from(text).length;
}

function fits(text: string, constraint: TextConstraint): boolean {
  const length = codePointLength(text);
  return (
    length >= (constraint.minimum ?? 0) &&
    length <= (constraint.maximum ?? Number.POSITIVE_INFINITY) &&
    (constraint.pattern?.test(text) ?? true) &&
    (constraint.values?.includes(text) ?? true) &&
    (constraint.check?.(text) ?? true)
  );
}

/** Where one element is written, if it is written as a literal; otherwise the whole expression. */
function elementPlace(expression: Expression, text: string): Span {
  if (expression.kind === "call") {
    const inner = expression.arguments[0];
    return inner === undefined || expression.arguments.length > 1
      ? expression.span
      : elementPlace(inner, text);
  }
  const candidates =
    expression.kind === "tuple"
      ? expression.items
      : expression.kind === "object"
        ? expression.items.map((each) => each.value)
        : [];
  return candidates.find((each) => literalText(each) === text)?.span ?? expression.span;
}

/** The text of a string written out, without interpolation. */
export function literalText(expression: Expression): string | undefined {
  if (expression.kind !== "template") return undefined;
  const texts = expression.parts.map((part) => (part.kind === "literal" ? part.value : undefined));
  return texts.includes(undefined) ? undefined : texts.join("");
}
