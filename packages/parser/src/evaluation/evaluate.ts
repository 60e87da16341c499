import { assertNever } from "../assert-never.ts";
import type { Expression } from "../syntax/ast.ts";
import { diagnostic, type WithDiagnostics } from "../text/diagnostic.ts";
import type { Span } from "../text/source.ts";
import { suggest } from "../text/suggest.ts";
import { evaluateAttributeAccess, evaluateIndex } from "./access.ts";
import { evaluateCall } from "./call.ts";
import { evaluateObject, evaluateTuple } from "./collections.ts";
import { evaluateConditional } from "./conditional.ts";
import { Decimal } from "./decimal.ts";
import { evaluateFor } from "./for-expression.ts";
import { freshBudget, LimitExceeded, limits } from "./limits.ts";
import { evaluateBinary, evaluateUnary } from "./operators.ts";
import { failed, outcome, type Attempt, type Outcome, type Run } from "./rule.ts";
import { inherited, lookUp, namesIn, splatItem, type Scope } from "./scope.ts";
import { moreSensitive, type Sensitivity } from "./sensitivity.ts";
import { evaluateSplat } from "./splat.ts";
import { evaluateTemplate } from "./template.ts";
import { boolValue, nullValue, numberValue, unknownValue, type Value } from "./value.ts";

/**
 * The value of an expression. It never throws: what is wrong is in the diagnostics, and then the value is unknown
 * wherever it could not be had.
 */
export function evaluate(expression: Expression, scope: Scope): WithDiagnostics<Value> {
  const budget = inherited(scope, (each) => each.budget) ?? freshBudget();
  const depth = budget.depth;
  let place: Span | undefined;
  let touched: Sensitivity = false;
  const spend = (steps: number): void => {
    budget.stepsLeft -= steps;
    if (budget.stepsLeft < 0) throw new LimitExceeded("steps");
  };
  const evaluatePart = (part: Expression, within: Scope): Outcome => {
    spend(1);
    if (budget.depth >= limits.depth) throw new LimitExceeded("depth");
    budget.depth += 1;
    try {
      const result = evaluateByKind(part, within, run);
      touched = moreSensitive(touched, result.value.sensitive);
      return result;
    } catch (error) {
      place ??= part.span;
      throw error;
    } finally {
      budget.depth -= 1;
    }
  };
  const watch = (attempt: () => Outcome): Attempt => {
    const before = touched;
    touched = false;
    const made = attempt();
    const seen = moreSensitive(touched, made.value.sensitive);
    touched = moreSensitive(before, seen);
    return { ...made, touched: seen };
  };
  const run: Run = Object.assign(evaluatePart, { spend, watch });
  try {
    return run(expression, scope);
  } catch (error) {
    const exceeded = limitOf(error);
    if (exceeded === undefined) throw error;
    return failed(diagnostic("limit-exceeded", place ?? expression.span, { limit: exceeded }));
  } finally {
    budget.depth = depth;
  }
}

/** The limit that an error tells of; the machine's own count where ours did not stop it: its stack as one of depth. */
function limitOf(error: unknown): LimitExceeded["limit"] | undefined {
  if (error instanceof LimitExceeded) return error.limit;
  if (!(error instanceof RangeError)) return undefined;
  if (error.message.includes("call stack")) return "depth";
  return error.message.includes("string length") ? "text" : undefined;
}

function evaluateByKind(expression: Expression, scope: Scope, run: Run): Outcome {
  switch (expression.kind) {
    case "number":
      return evaluateNumber(expression.digits, expression.span);
    case "boolean":
      return outcome(boolValue(expression.value));
    case "null":
      return outcome(nullValue());
    case "template":
      return evaluateTemplate(expression, scope, run);
    case "tuple":
      return evaluateTuple(expression, scope, run);
    case "object":
      return evaluateObject(expression, scope, run);
    case "for":
      return evaluateFor(expression, scope, run);
    case "call":
      return evaluateCall(expression, scope, run);
    case "variable":
      return evaluateVariable(expression.name, expression.span, scope);
    case "attribute-access":
      return evaluateAttributeAccess(expression, scope, run);
    case "index":
      return evaluateIndex(expression, scope, run);
    case "splat":
      return evaluateSplat(expression, scope, run);
    case "splat-item":
      return outcome(splatItem(scope) ?? unknownValue());
    case "unary":
      return evaluateUnary(expression, scope, run);
    case "binary":
      return evaluateBinary(expression, scope, run);
    case "conditional":
      return evaluateConditional(expression, scope, run);
    case "parentheses":
      return run(expression.expression, scope);
    // What is wrong with it was said when it was parsed.
    case "invalid":
      return outcome(unknownValue());
    default:
      return assertNever(expression);
  }
}

function evaluateNumber(digits: string, place: Span): Outcome {
  const number = digits.length > 20_000 ? undefined : new Decimal(digits);
  return number?.isFinite() === true
    ? outcome(numberValue(number))
    : failed(diagnostic("number-too-large", place, {}));
}

function evaluateVariable(name: string, place: Span, scope: Scope): Outcome {
  const value = lookUp(scope, name);
  if (value !== undefined) return outcome(value);
  const names = [...namesIn(scope)];
  return failed(diagnostic("unknown-reference", place, { name, near: suggest(name, names), known: names }));
}
