import { freshBudget } from "../evaluation/limits.ts";
import { evaluate } from "../evaluation/evaluate.ts";
import type { Scope } from "../evaluation/scope.ts";
import type { AttributeAccess, Body, Expression } from "../syntax/ast.ts";
import { references, type Traversal } from "../syntax/walk.ts";
import type { Diagnostic } from "../text/diagnostic.ts";
import { span } from "../text/source.ts";

/**
 * What the expressions of a body refer to by these names and nobody declares, also where nothing evaluates it today: in
 * the branch that is not taken, in `try` and `can`, in a `for` over nothing. As an evaluation would tell it.
 */
export function checkReferences(body: Body, names: readonly string[], scope: Scope): readonly Diagnostic[] {
  const within: Scope = { ...scope, budget: freshBudget() };
  return expressionsIn(body)
    .flatMap(references)
    .filter(({ root }) => names.includes(root))
    .flatMap((reference) => {
      const access = firstAccess(reference);
      return access === undefined || isDeclared(access, scope) ? [] : evaluate(access, within).diagnostics;
    });
}

function expressionsIn(body: Body): readonly Expression[] {
  return body.items.flatMap((item) => (item.kind === "block" ? expressionsIn(item.body) : [item.expression]));
}

/** `var.site` of `var.site.beds[0]` */
function firstAccess({ root, span: whole, steps: [step] }: Traversal): AttributeAccess | undefined {
  if (step?.kind !== "attribute") return undefined;
  const { source, start } = whole;
  return {
    kind: "attribute-access",
    source: { kind: "variable", name: root, span: span(source, start, start + root.length) },
    name: { name: step.name, span: step.span },
    span: span(source, start, step.span.end),
  };
}

function isDeclared({ name, source }: AttributeAccess, { variables }: Scope): boolean {
  const value = source.kind === "variable" ? variables.get(source.name) : undefined;
  return value?.kind === "mapping" && value.entries.has(name.name);
}
