import type { Expression } from "../syntax/ast.ts";
import type { Code, ParametersOf } from "../text/diagnostic-catalog.ts";
import { diagnostic, type Diagnostic, type ReferenceValue } from "../text/diagnostic.ts";
import { textOf, type Span } from "../text/source.ts";
import { describeValue, sensitiveText } from "./describe-value.ts";
import { inherited, lookUp, type Scope } from "./scope.ts";
import { moreSensitive } from "./sensitivity.ts";
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
  for (const reference of traversals(expression)) {
    const traversal = textOf(reference.span).replace(/\s+/g, "");
    if (found.has(traversal)) continue;
    const value = quietly(reference, scope);
    if (value !== undefined) found.set(traversal, describeValue(value));
    if (found.size >= explained) break;
  }
  return [...found].map(([traversal, value]) => ({ traversal, value }));
}

/** Every longest chain of steps from a root name: `var.site.name` of `upper(var.site.name)`. */
function* traversals(expression: Expression): Generator<Expression> {
  if (isTraversal(expression)) {
    yield expression;
    return;
  }
  for (const part of partsOf(expression)) yield* traversals(part);
}

/** Whether it is a root name with steps that need no evaluation. */
export function isTraversal(expression: Expression): boolean {
  if (expression.kind === "variable") return true;
  if (expression.kind === "attribute-access") return isTraversal(expression.source);
  return (
    expression.kind === "index" && literalKey(expression.key) !== undefined && isTraversal(expression.source)
  );
}

function literalKey(key: Expression): string | undefined {
  if (key.kind === "number") return key.digits;
  if (key.kind !== "template" || key.parts.length > 1) return undefined;
  const [part] = key.parts;
  if (part === undefined) return "";
  return part.kind === "literal" ? part.value : undefined;
}

/** What a traversal stands for, or undefined where it leads nowhere. */
function quietly(expression: Expression, scope: Scope): Value | undefined {
  if (expression.kind === "variable") return lookUp(scope, expression.name);
  if (expression.kind !== "attribute-access" && expression.kind !== "index") return undefined;
  const source = quietly(expression.source, scope);
  if (source === undefined) return undefined;
  const key = expression.kind === "index" ? literalKey(expression.key) : expression.name.name;
  const step = key === undefined ? undefined : stepInto(source, key);
  return step === undefined || source.sensitive === false
    ? step
    : { ...step, sensitive: moreSensitive(step.sensitive, source.sensitive) };
}

function stepInto(source: Value, key: string): Value | undefined {
  if (source.kind === "mapping") return source.entries.get(key);
  return source.kind === "sequence" && source.type.kind !== "set" ? source.items[Number(key)] : undefined;
}

function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "template":
      return expression.parts.flatMap((part) =>
        part.kind === "interpolation"
          ? [part.expression]
          : part.kind === "if"
            ? [part.condition]
            : part.kind === "for"
              ? [part.collection]
              : [],
      );
    case "tuple":
      return expression.items;
    case "object":
      return expression.items.flatMap((item) =>
        item.key.kind === "computed" ? [item.key.expression, item.value] : [item.value],
      );
    case "for":
      return [expression.collection];
    case "call":
      return expression.arguments;
    case "attribute-access":
      return [expression.source];
    case "index":
      return [expression.source, expression.key];
    case "splat":
      return [expression.source];
    case "unary":
      return [expression.operand];
    case "binary":
      return [expression.left, expression.right];
    case "conditional":
      return [expression.condition, expression.then, expression.otherwise];
    case "parentheses":
      return [expression.expression];
    default:
      return [];
  }
}

/** The item at hand within a splat. */
export function splatItem(scope: Scope): Value | undefined {
  return inherited(scope, (each) => each.splatItem);
}

/** A text that shows a key, unless what it comes from is sensitive. */
export function quotedUnless(isSensitive: boolean, key: string): string {
  return isSensitive ? sensitiveText : JSON.stringify(key);
}
