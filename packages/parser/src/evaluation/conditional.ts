import type { Conditional } from "../syntax/ast.ts";
import { spanTo } from "../text/source.ts";
import { convert } from "./convert.ts";
import { unify } from "./conversion-type.ts";
import { equalValues } from "./equality.ts";
import { problem } from "./explain.ts";
import { mismatchText, withArticle } from "./mismatch.ts";
import { failed, gathered, outcome, type Outcome, type Run } from "./rule.ts";
import type { Scope } from "./scope.ts";
import { containsSensitive, moreSensitive, sensitive } from "./sensitivity.ts";
import { truthOf } from "./truth-of.ts";
import { dynamicType, sameType, typeName, type ObjectType, type TupleType, type Type } from "./types.ts";
import { listValue, unknownValue, type Value } from "./value.ts";

/**
 * `condition ? then : otherwise`: both results are evaluated, for their types must agree; only the chosen one's
 * diagnostics are kept. The result is as sensitive as any of the three, chosen or not, as in HCL.
 */
export function evaluateConditional(expression: Conditional, scope: Scope, run: Run): Outcome {
  const then = run(expression.then, scope);
  const otherwise = run(expression.otherwise, scope);
  const type = resultType(then.value, otherwise.value);
  if (type === undefined) {
    const difference =
      containsSensitive(then.value) || containsSensitive(otherwise.value)
        ? "One of them is sensitive, so what differs is not shown"
        : describeDifference(then.value.type, otherwise.value.type);
    const place = spanTo(expression.then.span, expression.otherwise.span);
    return failed(problem("inconsistent-conditional", expression, scope, { difference }, place));
  }

  const condition = run(expression.condition, scope);
  const why = moreSensitive(
    condition.value.sensitive,
    moreSensitive(then.value.sensitive, otherwise.value.sensitive),
  );
  const asked = truthOf(condition.value);
  if ("reason" in asked) {
    const wrong = problem("invalid-condition", expression.condition, scope, asked);
    return outcome(sensitive(unknownValue(type), why), gathered(condition.diagnostics, [wrong]));
  }
  if (asked.truth === undefined) {
    const either = undecided(then.value, otherwise.value, type);
    return outcome(sensitive(either, moreSensitive(either.sensitive, why)), condition.diagnostics);
  }

  const chosen = asked.truth ? then : otherwise;
  const chosenExpression = asked.truth ? expression.then : expression.otherwise;
  const said = gathered(condition.diagnostics, chosen.diagnostics);
  const converted = convert(chosen.value, type);
  if ("value" in converted)
    return outcome(sensitive(converted.value, moreSensitive(converted.value.sensitive, why)), said);
  const difference = `The chosen one cannot be converted: ${mismatchText(converted.mismatch)}`;
  const wrong = problem("inconsistent-conditional", chosenExpression, scope, { difference });
  return outcome(sensitive(unknownValue(type), why), gathered(said, [wrong]));
}

/** The type of both results; undefined where they have none in common. A bare null takes the other's type. */
function resultType(then: Value, otherwise: Value): Type | undefined {
  if (then.kind === "null" && then.type.kind === "dynamic") return otherwise.type;
  if (otherwise.kind === "null" && otherwise.type.kind === "dynamic") return then.type;
  if (then.type.kind === "dynamic" || otherwise.type.kind === "dynamic") return dynamicType;
  return unify([then.type, otherwise.type]);
}

/** What is known where the condition is not. */
function undecided(then: Value, otherwise: Value, type: Type): Value {
  if (then.kind === "null" && otherwise.kind === "null") return convertedOr(then, type);
  const same = then.kind !== "null" && otherwise.kind !== "null" && equalValues(then, otherwise) === true;
  if (same) return convertedOr(then, type);
  if (then.kind === "sequence" && otherwise.kind === "sequence" && type.kind === "list") {
    const pairs = then.items.map((each, index) => [each, otherwise.items[index]] as const);
    if (then.items.length === otherwise.items.length && sameType(then.type, otherwise.type))
      return listValue(
        type.element,
        pairs.map(([a, b]) => (b === undefined ? a : undecided(a, b, type.element))),
      );
  }
  return unknownValue(type, neverNull(then) && neverNull(otherwise));
}

function convertedOr(value: Value, type: Type): Value {
  const converted = convert(value, type);
  return "value" in converted ? converted.value : unknownValue(type);
}

function neverNull(value: Value): boolean {
  return value.kind === "unknown" ? value.notNull : value.kind !== "null";
}

/** How two types that have none in common differ, as near to the cause as can be told. */
function describeDifference(then: Type, otherwise: Type): string {
  if (then.kind === "object" && otherwise.kind === "object") {
    const found = objectDifference(then, otherwise);
    if (found !== undefined) return found;
  }
  if (then.kind === "tuple" && otherwise.kind === "tuple") {
    const found = tupleDifference(then, otherwise);
    if (found !== undefined) return found;
  }
  if ("element" in then && "element" in otherwise && then.kind === otherwise.kind) {
    const structural = then.element.kind === "object" || then.element.kind === "tuple";
    if (structural && then.element.kind === otherwise.element.kind)
      return `The elements of the ${then.kind}s differ. ${describeDifference(then.element, otherwise.element)}`;
  }
  const [a, b] = [typeName(then), typeName(otherwise)];
  return a === b
    ? `Both are ${a}, but something deep within them is of different types`
    : `The first is ${withArticle(a)}, the second ${withArticle(b)}`;
}

function objectDifference(then: ObjectType, otherwise: ObjectType): string | undefined {
  for (const [name, type] of then.attributes) {
    const other = otherwise.attributes.get(name);
    if (other === undefined) return `The first has an attribute "${name}", which the second lacks`;
    if (!sameType(type, other)) return `In attribute "${name}": ${describeDifference(type, other)}`;
  }
  const extra = [...otherwise.attributes.keys()].find((name) => !then.attributes.has(name));
  return extra === undefined ? undefined : `The second has an attribute "${extra}", which the first lacks`;
}

function tupleDifference(then: TupleType, otherwise: TupleType): string | undefined {
  if (then.elements.length !== otherwise.elements.length)
    return `The first is a tuple of length ${then.elements.length}, the second one of length ${otherwise.elements.length}`;
  for (const [index, type] of then.elements.entries()) {
    const other = otherwise.elements[index];
    if (other !== undefined && !sameType(type, other))
      return `In element ${index}: ${describeDifference(type, other)}`;
  }
  return undefined;
}
