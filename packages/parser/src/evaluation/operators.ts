import { assertNever } from "../assert-never.ts";
import type { Binary, BinaryOperator, Expression, Unary } from "../syntax/ast.ts";
import { hasErrors } from "../text/diagnostic.ts";
import { convert } from "./convert.ts";
import type { Decimal } from "./decimal.ts";
import { equalValues } from "./equality.ts";
import { problem } from "./explain.ts";
import { mismatchText } from "./mismatch.ts";
import { costOf, gathered, outcome, type Outcome, type Run } from "./rule.ts";
import type { Scope } from "./scope.ts";
import { moreSensitive, sensitive, sensitivityOf, unmarked } from "./sensitivity.ts";
import { boolType, dynamicType, numberType, typeName, type Type } from "./types.ts";
import { boolValue, numberValue, unknownValue, type Value } from "./value.ts";

/** `!a`, `-a` */
export function evaluateUnary(expression: Unary, scope: Scope, run: Run): Outcome {
  const type = expression.operator === "!" ? boolType : numberType;
  const operand = run(expression.operand, scope);
  const asked = operandOf(expression.operand, operand, type, expression.operator, scope);
  if (hasErrors(asked.diagnostics)) return outcome(unknownValue(type), asked.diagnostics);
  return outcome(sensitive(negated(asked.value), asked.value.sensitive), asked.diagnostics);
}

function negated(value: Value): Value {
  if (value.kind === "bool") return boolValue(!value.truth);
  return value.kind === "number" ? numberValue(value.number.negated()) : unknownValue(value.type, true);
}

/** `a + b`, `a && b`, `a == b`: both sides are always evaluated; what is wrong with a side that cannot matter is not said. */
export function evaluateBinary(expression: Binary, scope: Scope, run: Run): Outcome {
  const { operator } = expression;
  const operandType = operandTypeOf(operator);
  const resultType = operandType === numberType && isArithmetic(operator) ? numberType : boolType;
  const given = { left: run(expression.left, scope), right: run(expression.right, scope) };
  const left = operandOf(expression.left, given.left, operandType, operator, scope);
  const right = operandOf(expression.right, given.right, operandType, operator, scope);
  const all = gathered(left.diagnostics, right.diagnostics);
  if (left.invalid || right.invalid) return outcome(unknownValue(resultType), all);

  const why = moreSensitive(sensitivityOf(left.value), sensitivityOf(right.value));
  if (operator === "&&" || operator === "||") {
    const decided = shortCircuit(operator === "||", left, right);
    if (decided !== undefined) return outcome(sensitive(decided.value, why), decided.diagnostics);
  }
  run.spend(costOf([left.value, right.value]));
  if (hasErrors(all)) return outcome(sensitive(unknownValue(resultType), why), all);
  const result = compute(operator, unmarked(left.value), unmarked(right.value), resultType);
  if (result.kind !== "failure") return outcome(sensitive(result, why), all);
  const failure = problem(result.code, expression, scope, {});
  return outcome(unknownValue(resultType), [...all, failure]);
}

interface Operand extends Outcome {
  /** Whether the value (not an error within the expression) is what is wrong. */
  readonly invalid: boolean;
}

function operandOf(
  expression: Expression,
  given: Outcome,
  type: Type,
  operator: string,
  scope: Scope,
): Operand {
  const reason = unsuitable(given.value, type);
  const converted = convert(given.value, type);
  if (reason === undefined && "value" in converted)
    return { value: converted.value, diagnostics: given.diagnostics, invalid: false };
  const why = reason ?? ("mismatch" in converted ? mismatchText(converted.mismatch) : "");
  const invalid = problem("invalid-operand", expression, scope, { operator, reason: why });
  return { value: unknownValue(type), diagnostics: [invalid, ...given.diagnostics], invalid: true };
}

function unsuitable(value: Value, type: Type): string | undefined {
  if (value.kind !== "null" || type === dynamicType) return undefined;
  return `a ${typeName(type)} is required, and this is null`;
}

function operandTypeOf(operator: BinaryOperator): Type {
  if (operator === "==" || operator === "!=") return dynamicType;
  return operator === "&&" || operator === "||" ? boolType : numberType;
}

function isArithmetic(operator: BinaryOperator): boolean {
  return ["+", "-", "*", "/", "%"].includes(operator);
}

/** The result where one side settles it, with what is to say about that side alone. */
function shortCircuit(settling: boolean, left: Operand, right: Operand): Outcome | undefined {
  const [a, b] = [truthOf(left.value), truthOf(right.value)];
  const unknown = unknownValue(boolType, true);
  if (a === undefined && b === undefined)
    return hasErrors(left.diagnostics) ? undefined : outcome(unknown, left.diagnostics);
  if (a === settling) return outcome(boolValue(settling), left.diagnostics);
  if (b === settling) return outcome(boolValue(settling), right.diagnostics);
  if (a === undefined) return outcome(unknown, left.diagnostics);
  return b === undefined ? outcome(unknown, right.diagnostics) : undefined;
}

function truthOf(value: Value): boolean | undefined {
  return value.kind === "bool" ? value.truth : undefined;
}

interface Failure {
  readonly kind: "failure";
  readonly code: "division-by-zero" | "number-too-large";
}

function compute(operator: BinaryOperator, left: Value, right: Value, type: Type): Value | Failure {
  switch (operator) {
    case "==":
    case "!=": {
      const equal = equalValues(left, right);
      return equal === undefined ? unknownValue(boolType, true) : boolValue(equal === (operator === "=="));
    }
    case "&&":
    case "||":
      if (left.kind !== "bool" || right.kind !== "bool") return unknownValue(type, true);
      return boolValue(operator === "&&" ? left.truth && right.truth : left.truth || right.truth);
    default:
      if (left.kind !== "number" || right.kind !== "number") return unknownValue(type, true);
      return calculate(operator, left.number, right.number);
  }
}

/** An operator of two numbers. */
function calculate(
  operator: Exclude<BinaryOperator, "==" | "!=" | "&&" | "||">,
  a: Decimal,
  b: Decimal,
): Value | Failure {
  switch (operator) {
    case "<":
      return boolValue(a.lessThan(b));
    case "<=":
      return boolValue(a.lessThanOrEqualTo(b));
    case ">":
      return boolValue(a.greaterThan(b));
    case ">=":
      return boolValue(a.greaterThanOrEqualTo(b));
    case "+":
      return finite(a.plus(b));
    case "-":
      return finite(a.minus(b));
    case "*":
      return finite(a.times(b));
    case "/":
      return b.isZero() ? { kind: "failure", code: "division-by-zero" } : finite(a.dividedBy(b));
    case "%":
      return b.isZero() ? { kind: "failure", code: "division-by-zero" } : finite(a.modulo(b));
    default:
      return assertNever(operator);
  }
}

function finite(number: Decimal): Value | Failure {
  return number.isFinite() ? numberValue(number) : { kind: "failure", code: "number-too-large" };
}
