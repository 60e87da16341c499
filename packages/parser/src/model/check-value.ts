import { convert } from "../evaluation/convert.ts";
import { describeValue } from "../evaluation/describe-value.ts";
import { sensitiveText } from "../evaluation/stand-ins.ts";
import { mismatchText } from "../evaluation/mismatch.ts";
import { type Plain, toPlain } from "../evaluation/plain.ts";
import { containsSensitive } from "../evaluation/sensitivity.ts";
import { isNull, isWhollyKnown, nullValue, unknownValue, type Value } from "../evaluation/value.ts";
import type { Attribute, Expression } from "../syntax/ast.ts";
import { literalText } from "../syntax/literal-text.ts";
import { type Diagnostic, diagnostic, type WithDiagnostics } from "../text/diagnostic.ts";
import type { Span } from "../text/source.ts";
import type { DecodedBlock } from "./decoded.ts";
import type { AttributeSchema, TextConstraint } from "./schema.ts";

interface Checked {
  readonly value: Plain | undefined;
  readonly evaluated: Value;
  readonly sensitive: boolean;
}

/** Converts an attribute's value to the schema's type and holds it against the constraints. */
export function checkValue(value: Value, item: Attribute, schema: AttributeSchema): WithDiagnostics<Checked> {
  const place = item.expression.span;
  const name = item.name.name;
  const sensitive = containsSensitive(value);
  if (isNull(value)) {
    const lost = schema.required ? [diagnostic("null-value", place, { name })] : [];
    return { value: { value: undefined, evaluated: nullValue(schema.type), sensitive }, diagnostics: lost };
  }
  const converted = convert(value, schema.type);
  if ("mismatch" in converted) {
    const reason = mismatchText(converted.mismatch);
    return {
      value: { value: undefined, evaluated: unknownValue(schema.type), sensitive },
      diagnostics: [diagnostic("wrong-type", place, { name, reason })],
    };
  }
  const diagnostics = [
    ...checkOpen(sensitive, item, schema),
    ...checkTexts(converted.value, item, schema),
    ...checkNumber(converted.value, item, schema),
    ...checkKeys(converted.value, item, schema),
    ...checkCount(converted.value, item, schema),
  ];
  if (diagnostics.length > 0)
    return { value: { value: undefined, evaluated: unknownValue(schema.type), sensitive }, diagnostics };
  const plain = isWhollyKnown(converted.value) ? toPlain(converted.value) : undefined;
  return { value: { value: plain, evaluated: converted.value, sensitive }, diagnostics };
}

function checkOpen(sensitive: boolean, item: Attribute, { open }: AttributeSchema): readonly Diagnostic[] {
  if (!sensitive || open === undefined) return [];
  const code = open === "name" ? "sensitive-name" : "sensitive-address";
  return [diagnostic(code, item.expression.span, { name: item.name.name })];
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
      return [diagnostic("null-element", nullPlace(item.expression), { name: item.name.name })];
    if (part.kind !== "string" || fits(part.text, constraint)) return [];
    const found = value.sensitive === false ? describeValue(part) : sensitiveText;
    const place = elementPlace(item.expression, part.text);
    return [
      diagnostic("invalid-value", place, { name: `"${item.name.name}"`, found, allowed: constraint.allowed }),
    ];
  });
}

function checkNumber(value: Value, item: Attribute, schema: AttributeSchema): readonly Diagnostic[] {
  const { range } = schema;
  if (range === undefined || value.kind !== "number") return [];
  const { number } = value;
  if (number.isInteger() && number.gte(range.minimum) && number.lte(range.maximum)) return [];
  const allowed = `a whole number from ${range.minimum} to ${range.maximum}`;
  const found = describeValue(value);
  return [diagnostic("invalid-value", item.expression.span, { name: `"${item.name.name}"`, found, allowed })];
}

function checkKeys(value: Value, item: Attribute, schema: AttributeSchema): readonly Diagnostic[] {
  const constraint = schema.keys;
  if (constraint === undefined || value.kind !== "mapping") return [];
  return [...value.entries.keys()]
    .filter((key) => !fits(key, constraint))
    .map((key) => {
      const found = value.sensitive === false ? JSON.stringify(key) : sensitiveText;
      const name = `a key of "${item.name.name}"`;
      const place = keyPlace(item.expression, key);
      return diagnostic("invalid-value", place, { name, found, allowed: constraint.allowed });
    });
}

function checkCount(value: Value, item: Attribute, schema: AttributeSchema): readonly Diagnostic[] {
  const limits = schema.count;
  if (limits === undefined || (value.kind !== "sequence" && value.kind !== "mapping")) return [];
  // Elements of a set that are not known yet may turn out to be the same.
  if (value.type.kind === "set" && !isWhollyKnown(value)) return [];
  const found = value.kind === "sequence" ? value.items.length : value.entries.size;
  if (found >= limits.minimum && found <= limits.maximum) return [];
  return [diagnostic("wrong-count", item.expression.span, { name: item.name.name, found, ...limits })];
}

/** How long AWS counts a text to be. */
function codePointLength(text: string): number {
  return Array.from(text).length;
}

/** Whether a text is within its constraint. */
export function fits(text: string, constraint: TextConstraint): boolean {
  const length = codePointLength(text);
  return (
    length >= (constraint.minimum ?? 0) &&
    length <= (constraint.maximum ?? Number.POSITIVE_INFINITY) &&
    (constraint.pattern?.test(text) ?? true) &&
    (constraint.values?.includes(text) ?? true) &&
    (constraint.check?.(text) ?? true)
  );
}

/** Where one of an attribute's texts is written, if it is written as a literal; otherwise the whole value. */
export function placeOfText(block: DecodedBlock, attribute: string, text: string): Span {
  const written = block.attributes.get(attribute)?.attribute.expression;
  return written === undefined ? block.header : elementPlace(written, text);
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

/** Where a key is written, if it is written out; otherwise the whole expression. */
function keyPlace(expression: Expression, key: string): Span {
  if (expression.kind !== "object") return expression.span;
  const written = expression.items.find(({ key: each }) =>
    each.kind === "name" ? each.name === key : literalText(each.expression) === key,
  );
  return written?.key.span ?? expression.span;
}

/** Where a null is written among the elements, if it is; otherwise the whole expression. */
function nullPlace(expression: Expression): Span {
  const elements =
    expression.kind === "tuple"
      ? expression.items
      : expression.kind === "object"
        ? expression.items.map((each) => each.value)
        : [];
  return elements.find((each) => each.kind === "null")?.span ?? expression.span;
}
