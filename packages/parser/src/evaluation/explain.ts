import type { Expression } from "../syntax/ast.ts";
import { references, type Traversal } from "../syntax/walk.ts";
import type { Code, ParametersOf } from "../text/diagnostic-catalog.ts";
import { diagnostic, type Diagnostic, type ReferenceValue } from "../text/diagnostic.ts";
import { textOf, type Span } from "../text/source.ts";
import { describeValue } from "./describe-value.ts";
import { sensitiveText } from "./stand-ins.ts";
import { lookUp, type Scope } from "./scope.ts";
import { moreSensitive, sensitive } from "./sensitivity.ts";
import type { Value } from "./value.ts";

const explained = 8;

/** A diagnostic about an expression, with what the references in it stood for. */
export function problem<C extends Code>(
  code: C,
  expression: Expression,
  scope: Scope,
  parameters: ParametersOf<C>,
  place: Span = expression.span,
): Diagnostic {
  const values = referenceValues(expression, scope);
  const made = diagnostic(code, place, parameters);
  return values.length === 0 ? made : { ...made, values };
}

/** What the references of an expression stand for, as printable text. */
export function referenceValues(expression: Expression, scope: Scope): readonly ReferenceValue[] {
  const found = new Map<string, string>();
  for (const reference of references(expression)) {
    const traversal = textOf(reference.span).replace(/\s+/g, "");
    if (found.has(traversal)) continue;
    const value = referredValue(reference, scope);
    if (value !== undefined) found.set(traversal, describeValue(value));
    if (found.size >= explained) break;
  }
  return [...found].map(([traversal, value]) => ({ traversal, value }));
}

/** What a reference stands for, or undefined where it leads nowhere. */
export function referredValue({ root, steps }: Traversal, scope: Scope): Value | undefined {
  let value = lookUp(scope, root);
  for (const step of steps) {
    if (value === undefined) return undefined;
    const inner = stepInto(value, step.kind === "index" ? step.key : step.name);
    value = inner && sensitive(inner, moreSensitive(inner.sensitive, value.sensitive));
  }
  return value;
}

function stepInto(source: Value, key: string): Value | undefined {
  if (source.kind === "mapping") return source.entries.get(key);
  return source.kind === "sequence" && source.type.kind !== "set" ? source.items[Number(key)] : undefined;
}

/** A text that shows a key, unless what it comes from is sensitive. */
export function quotedUnless(isSensitive: boolean, key: string): string {
  return isSensitive ? sensitiveText : JSON.stringify(key);
}
