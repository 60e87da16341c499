import { evaluate } from "../evaluation/evaluate.ts";
import { childScope, type Scope } from "../evaluation/scope.ts";
import { objectValue, unknownValue, type Value } from "../evaluation/value.ts";
import type { Attribute } from "../syntax/ast.ts";
import { references } from "../syntax/walk.ts";
import { type Diagnostic, diagnostic, type WithDiagnostics } from "../text/diagnostic.ts";
import { suggest } from "../text/suggest.ts";

/** The value of each local, whichever order they are written in. */
export function readLocals(
  attributes: readonly Attribute[],
  scope: Scope,
): WithDiagnostics<ReadonlyMap<string, Value>> {
  const diagnostics: Diagnostic[] = [];
  const definitions = new Map<string, Attribute>();
  for (const attribute of attributes) {
    const first = definitions.get(attribute.name.name);
    if (first === undefined) definitions.set(attribute.name.name, attribute);
    else {
      const again = diagnostic("repeated-name", attribute.name.span, {
        what: "local",
        name: attribute.name.name,
      });
      diagnostics.push({ ...again, related: [{ span: first.name.span, message: "the first one" }] });
    }
  }
  const values = new Map<string, Value>();
  const underWay = new Set<string>();
  const resolve = (name: string): void => {
    const definition = definitions.get(name);
    if (definition === undefined || values.has(name)) return;
    if (underWay.has(name)) {
      diagnostics.push(diagnostic("circular-locals", definition.name.span, { names: [...underWay] }));
      values.set(name, unknownValue());
      return;
    }
    underWay.add(name);
    const needed = localsIn(definition, definitions);
    for (const each of needed.unknown) diagnostics.push(each);
    for (const each of needed.names) resolve(each);
    underWay.delete(name);
    if (values.has(name)) return;
    const known = needed.names.map((each) => [each, values.get(each) ?? unknownValue()] as const);
    const result =
      needed.unknown.length > 0
        ? { value: unknownValue(), diagnostics: [] }
        : evaluate(definition.expression, childScope(scope, [["local", objectValue(known)]]));
    diagnostics.push(...result.diagnostics);
    values.set(name, result.value);
  };
  for (const name of definitions.keys()) resolve(name);
  return { value: values, diagnostics };
}

function localsIn(
  definition: Attribute,
  definitions: ReadonlyMap<string, Attribute>,
): { readonly names: readonly string[]; readonly unknown: readonly Diagnostic[] } {
  const names = new Set<string>();
  const unknown: Diagnostic[] = [];
  for (const reference of references(definition.expression)) {
    if (reference.root !== "local") continue;
    const first = reference.steps[0];
    const step = first?.kind === "index" ? first.key : first?.name;
    if (step === undefined) for (const each of definitions.keys()) names.add(each);
    else if (definitions.has(step)) names.add(step);
    else {
      const near = suggest(step, definitions.keys());
      unknown.push(diagnostic("unknown-local", reference.span, { name: step, near }));
    }
  }
  return { names: [...names], unknown };
}
