import type { Expression } from "../syntax/ast.ts";
import type { Diagnostic, WithDiagnostics } from "../text/diagnostic.ts";
import type { Scope } from "./scope.ts";
import { unknownValue, type Value } from "./value.ts";

/** An expression's value, and what there is to say about it. */
export type Outcome = WithDiagnostics<Value>;

/** Evaluates a part of an expression, within the limits of the whole. */
export type Run = (expression: Expression, scope: Scope) => Outcome;

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
