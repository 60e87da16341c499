import type { Expression } from "../syntax/ast.ts";
import type { Diagnostic, WithDiagnostics } from "../text/diagnostic.ts";
import type { Scope } from "./scope.ts";
import type { Sensitivity } from "./sensitivity.ts";
import { unknownValue, type Value } from "./value.ts";

/** An expression's value, and what there is to say about it. */
export type Outcome = WithDiagnostics<Value>;

/** Evaluates a part of an expression, within the limits of the whole. */
export interface Run {
  (expression: Expression, scope: Scope): Outcome;
  /** Takes steps from what may be spent; throws where there are none left. */
  readonly spend: (steps: number) => void;
  /** Does it, and tells how sensitive what it looked at was: whether it fails may depend on that. */
  readonly watch: (attempt: () => Outcome) => Attempt;
}

/** What came of an attempt, and how sensitive the most sensitive value was that it touched. */
export interface Attempt extends Outcome {
  readonly touched: Sensitivity;
}

/** How many steps a rule costs that looks at all of these values: one for each value within them, and for 64 units of text. */
export function costOf(values: readonly Value[]): number {
  let cost = 0;
  for (const each of values) {
    const text = each.kind === "string" ? each.text.length : each.extent.text;
    cost += each.extent.size - 1 + Math.floor(text / 64);
  }
  return cost;
}

/** How many errors of one loop are said; those of the rounds after are mostly the same again. */
export const errorsOfOneLoop = 20;

const nothing: readonly Diagnostic[] = [];

/** A value about which there is nothing to say. */
export function outcome(value: Value, diagnostics: readonly Diagnostic[] = nothing): Outcome {
  return { value, diagnostics };
}

/** No value, and why. */
export function failed(...diagnostics: readonly Diagnostic[]): Outcome {
  return { value: unknownValue(), diagnostics };
}

/** Diagnostics of several parts, in order. */
export function gathered(...parts: readonly (readonly Diagnostic[])[]): readonly Diagnostic[] {
  const some = parts.filter((each) => each.length > 0);
  return some.length === 0 ? nothing : some.length === 1 ? (some[0] ?? nothing) : some.flat();
}
