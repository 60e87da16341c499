import { append } from "../append.ts";
import type { Expression, ObjectConstructor, ObjectItem, Tuple } from "../syntax/ast.ts";
import { traversalOf } from "../syntax/walk.ts";
import { hasErrors, type Diagnostic } from "../text/diagnostic.ts";
import { textOf } from "../text/source.ts";
import { convert } from "./convert.ts";
import { problem } from "./explain.ts";
import { mismatchText } from "./mismatch.ts";
import { outcome, type Outcome, type Run } from "./rule.ts";
import type { Scope } from "./scope.ts";
import { moreSensitive, sensitive, type Sensitivity } from "./sensitivity.ts";
import { stringType } from "./types.ts";
import { objectValue, stringValue, tupleValue, unknownValue, type Value } from "./value.ts";

/** `[a, b]` */
export function evaluateTuple(expression: Tuple, scope: Scope, run: Run): Outcome {
  const diagnostics: Diagnostic[] = [];
  const items = expression.items.map((each) => {
    const item = run(each, scope);
    append(diagnostics, item.diagnostics);
    return item.value;
  });
  return outcome(tupleValue(items), diagnostics);
}

/** `{ a = b }`: of two items with one key the later counts. */
export function evaluateObject(expression: ObjectConstructor, scope: Scope, run: Run): Outcome {
  const diagnostics: Diagnostic[] = [];
  const entries = new Map<string, Value>();
  let known = true;
  let why: Sensitivity = false;
  for (const item of expression.items) {
    const key = keyOf(item, scope, run);
    const value = run(item.value, scope);
    append(diagnostics, key.diagnostics);
    append(diagnostics, value.diagnostics);
    why = moreSensitive(why, key.value.sensitive);
    if (key.value.kind === "string") entries.set(key.value.text, value.value);
    else known = false;
  }
  return outcome(sensitive(known ? objectValue(entries) : unknownValue(), why), diagnostics);
}

/** An item's key: a string, or unknown where it is unknown or wrong. */
function keyOf(item: ObjectItem, scope: Scope, run: Run): Outcome {
  const { key } = item;
  if (key.kind === "name") return outcome(stringValue(key.name));
  if (key.expression.kind !== "variable" && traversalOf(key.expression) !== undefined)
    return outcome(unknownValue(), [
      problem("ambiguous-object-key", key.expression, scope, { written: textOf(key.expression.span) }),
    ]);
  return asKey(key.expression, run(key.expression, scope), scope);
}

/** The value as an object's key. */
export function asKey(expression: Expression, { value, diagnostics }: Outcome, scope: Scope): Outcome {
  if (hasErrors(diagnostics)) return outcome(unknownValue(), diagnostics);
  const converted = convert(value, stringType);
  if (value.kind !== "null" && "value" in converted) return outcome(converted.value, diagnostics);
  const reason = "mismatch" in converted ? mismatchText(converted.mismatch) : "it is null";
  const wrong = problem("invalid-object-key", expression, scope, { reason });
  return outcome(sensitive(unknownValue(), value.sensitive), [...diagnostics, wrong]);
}
