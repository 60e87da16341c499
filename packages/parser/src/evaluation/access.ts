import type { AttributeAccess, Expression, Index } from "../syntax/ast.ts";
import { traversalOf } from "../syntax/walk.ts";
import { span, textOf, type Span } from "../text/source.ts";
import { suggest } from "../text/suggest.ts";
import { convert } from "./convert.ts";
import { safeInteger } from "./decimal.ts";
import { problem, quotedUnless } from "./explain.ts";
import { mismatchText, withArticle } from "./mismatch.ts";
import { gathered, outcome, type Outcome, type Run } from "./rule.ts";
import type { Scope } from "./scope.ts";
import { containsSensitive, moreSensitive, sensitive } from "./sensitivity.ts";
import { numberType, stringType, typeName, type Type } from "./types.ts";
import { unknownValue, type MappingValue, type SequenceValue, type Value } from "./value.ts";

/** `source.name` */
export function evaluateAttributeAccess(expression: AttributeAccess, scope: Scope, run: Run): Outcome {
  const source = run(expression.source, scope);
  const { name } = expression.name;
  const place = stepSpan(expression);
  const refused = (reason: string, near?: string): Outcome =>
    outcome(
      sensitive(unknownValue(), source.value.sensitive),
      gathered(source.diagnostics, [
        problem(
          "no-attribute",
          expression.source,
          scope,
          { name, of: subject(expression.source), reason, near },
          place,
        ),
      ]),
    );
  const { value } = source;
  if (value.kind === "null") return refused("It is null, so it has no attributes.");
  const found = attributeOf(value, name);
  if (found !== undefined)
    return outcome(sensitive(found, moreSensitive(found.sensitive, value.sensitive)), source.diagnostics);
  return refused(whyNoAttribute(value, name), suggest(name, shownNames(value)));
}

function attributeOf(value: Value, name: string): Value | undefined {
  if (value.kind === "mapping") return value.entries.get(name);
  const { type } = value;
  if (type.kind === "dynamic") return unknownValue();
  if (value.kind !== "unknown") return undefined;
  if (type.kind === "map") return unknownValue(type.element);
  const attribute = type.kind === "object" ? type.attributes.get(name) : undefined;
  return attribute === undefined ? undefined : unknownValue(attribute);
}

function whyNoAttribute(value: Value, name: string): string {
  const { type } = value;
  if (type.kind === "object" || type.kind === "map") {
    const noun = type.kind === "object" ? "attributes" : "keys";
    if (value.sensitive !== false) return `Which ${noun} it has is not shown, because it is sensitive.`;
    const names = shownNames(value);
    if (names.length === 0) return `It has no ${noun} at all.`;
    const listed =
      names.length > 12 ? `${names.slice(0, 12).join(", ")} and ${names.length - 12} more` : names.join(", ");
    return `It has ${listed}.`;
  }
  const element: Type | undefined = type.kind === "list" || type.kind === "set" ? type.element : undefined;
  const ofObjects =
    element?.kind === "object" ||
    (type.kind === "tuple" && type.elements.some((each) => each.kind === "object"));
  if (!ofObjects) return `It is ${withArticle(typeName(type))}, and only objects and maps have attributes.`;
  const one = type.kind === "set" ? "" : ` one element's with [0].${name},`;
  return `It is a ${type.kind} of objects: ask for${one} or all elements' with [*].${name}.`.replace(
    ", or",
    " or",
  );
}

/** What a value has by name. A sensitive element keeps its value from being shown, not the names beside it. */
function shownNames(value: Value): readonly string[] {
  if (value.sensitive !== false) return [];
  if (value.kind === "mapping") return [...value.entries.keys()];
  return value.type.kind === "object" ? [...value.type.attributes.keys()] : [];
}

/** `source[key]`, `source.0` */
export function evaluateIndex(expression: Index, scope: Scope, run: Run): Outcome {
  const source = run(expression.source, scope);
  const key = run(expression.key, scope);
  const said = gathered(source.diagnostics, key.diagnostics);
  const found = elementOf(source.value, key.value, expression);
  const why = moreSensitive(source.value.sensitive, key.value.sensitive);
  if (typeof found !== "string") return outcome(sensitive(found, moreSensitive(found.sensitive, why)), said);
  const of = subject(expression.source);
  const refusal = problem("invalid-index", expression, scope, { of, reason: found }, stepSpan(expression));
  return outcome(sensitive(unknownValue(), why), gathered(said, [refusal]));
}

/** The element, or why there is none. */
function elementOf(source: Value, key: Value, expression: Index): Value | string {
  const { type } = source;
  if (source.kind === "null") return "It is null, so it has no elements.";
  if (key.kind === "null") return "The key is null.";
  if (type.kind === "dynamic" || key.type.kind === "dynamic") return unknownValue();
  if (type.kind === "set")
    return "The elements of a set have no order and no keys: use a for-expression, or tolist first.";
  const byName = type.kind === "map" || type.kind === "object";
  if (!byName && type.kind !== "list" && type.kind !== "tuple")
    return `It is ${withArticle(typeName(type))}, which has no elements.`;
  const converted = convert(key, byName ? stringType : numberType);
  if ("mismatch" in converted) return `As a key, ${mismatchText(converted.mismatch)}.`;
  if (source.kind === "mapping") return entryOf(source, key, converted.value, expression);
  if (source.kind === "sequence") return itemOf(source, converted.value);
  return unknownElement(type, converted.value);
}

function unknownElement(type: Type, key: Value): Value | string {
  if (type.kind === "map" || type.kind === "list") return unknownValue(type.element);
  if (type.kind === "object" && key.kind === "string") {
    const attribute = type.attributes.get(key.text);
    return attribute === undefined ? "It has no such attribute." : unknownValue(attribute);
  }
  if (type.kind === "tuple" && key.kind === "number") {
    const element = type.elements[key.number.toNumber()];
    return element === undefined ? "It has no element of that number." : unknownValue(element);
  }
  return unknownValue();
}

function entryOf(source: MappingValue, given: Value, key: Value, expression: Index): Value | string {
  if (key.kind !== "string")
    return unknownValue(source.type.kind === "map" ? source.type.element : undefined);
  const entry = source.entries.get(key.text);
  if (entry !== undefined) return entry;
  const masked = containsSensitive(key);
  const near = masked || containsSensitive(source) ? undefined : suggest(key.text, source.entries.keys());
  const hint = near === undefined ? "" : ` Did you mean "${near}"?`;
  const byNumber = given.kind === "number" && source.type.kind === "object" && !expression.legacy;
  return `It has no element with the key ${quotedUnless(masked, key.text)}.${hint}${byNumber ? " An object's attributes are found by name, not by number." : ""}`;
}

function itemOf(source: SequenceValue, key: Value): Value | string {
  if (key.kind !== "number")
    return unknownValue(source.type.kind === "tuple" ? undefined : source.type.element);
  if (!key.number.isInteger()) return "The index has a fraction; a whole number is needed, as floor() makes.";
  if (key.number.isNegative() && !key.number.isZero()) return "The index is negative; elements count from 0.";
  const index = safeInteger(key.number);
  const item = index === undefined ? undefined : source.items[index];
  if (item !== undefined) return item;
  const { length } = source.items;
  if (source.sensitive !== false) return "The index is beyond its end.";
  return length === 0
    ? "It is empty."
    : `It has ${length} ${length === 1 ? "element" : "elements"}, counted from 0.`;
}

/** The step's own text: `.name` or `[key]`. */
function stepSpan(expression: AttributeAccess | Index): Span {
  const { source } = expression.span;
  const gap = textOf(span(source, expression.source.span.end, expression.span.end)).search(/\S/);
  return span(source, expression.source.span.end + Math.max(0, gap), expression.span.end);
}

/** The thing that was asked, as it is written where that is short. */
function subject(expression: Expression): string {
  return traversalOf(expression) !== undefined ? textOf(expression.span) : "this value";
}
