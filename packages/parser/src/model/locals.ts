import { append } from "../append.ts";
import { evaluate } from "../evaluation/evaluate.ts";
import { childScope, type Scope } from "../evaluation/scope.ts";
import { objectValue, unknownValue, type Value } from "../evaluation/value.ts";
import type { Attribute } from "../syntax/ast.ts";
import { references } from "../syntax/walk.ts";
import { type Diagnostic, diagnostic, type WithDiagnostics } from "../text/diagnostic.ts";
import { collect } from "../text/gather-diagnostics.ts";
import { suggest } from "../text/suggest.ts";

type Definitions = ReadonlyMap<string, Attribute>;

/** A local that waits for those it refers to. */
interface Waiting {
  readonly name: string;
  readonly definition: Attribute;
  readonly needs: Needs;
  /** How many of them have been seen to. */
  settled: number;
}

interface Needs {
  readonly names: readonly string[];
  readonly unknown: readonly Diagnostic[];
}

/** The value of each local, whichever order they are written in. */
export function readLocals(
  attributes: readonly Attribute[],
  scope: Scope,
): WithDiagnostics<ReadonlyMap<string, Value>> {
  const diagnostics: Diagnostic[] = [];
  const definitions = collect(definitionsOf(attributes), diagnostics);
  const values = new Map<string, Value>();
  for (const name of definitions.keys()) resolve(name, definitions, values, scope, diagnostics);
  return { value: values, diagnostics };
}

function definitionsOf(attributes: readonly Attribute[]): WithDiagnostics<Definitions> {
  const diagnostics: Diagnostic[] = [];
  const definitions = new Map<string, Attribute>();
  for (const attribute of attributes) {
    const { name, span } = attribute.name;
    const first = definitions.get(name);
    if (first === undefined) definitions.set(name, attribute);
    else {
      const again = diagnostic("repeated-name", span, { what: "local", name });
      diagnostics.push({ ...again, related: [{ span: first.name.span, message: "the first one" }] });
    }
  }
  return { value: definitions, diagnostics };
}

/** Gives a local its value, those first that it refers to: on a list, for chains may be longer than the call stack. */
function resolve(
  name: string,
  definitions: Definitions,
  values: Map<string, Value>,
  scope: Scope,
  diagnostics: Diagnostic[],
): void {
  const underWay: Waiting[] = [];
  const waiting = new Set<string>();
  const begin = (next: string): void => {
    const definition = definitions.get(next);
    if (definition === undefined || values.has(next)) return;
    if (waiting.has(next)) {
      const names = underWay.map((each) => each.name);
      const circle = [...names.slice(names.indexOf(next)), next];
      diagnostics.push(diagnostic("circular-locals", definition.name.span, { names: circle }));
      values.set(next, unknownValue());
      return;
    }
    const needs = localsIn(definition, definitions);
    append(diagnostics, needs.unknown);
    underWay.push({ name: next, definition, needs, settled: 0 });
    waiting.add(next);
  };
  begin(name);
  for (let top = underWay.at(-1); top !== undefined; top = underWay.at(-1)) {
    const needed = top.needs.names[top.settled];
    if (needed !== undefined) {
      top.settled += 1;
      begin(needed);
      continue;
    }
    underWay.pop();
    waiting.delete(top.name);
    // One of a circle has been given up already.
    if (!values.has(top.name)) values.set(top.name, collect(valueOf(top, values, scope), diagnostics));
  }
}

function valueOf(
  { definition, needs }: Waiting,
  values: ReadonlyMap<string, Value>,
  scope: Scope,
): WithDiagnostics<Value> {
  if (needs.unknown.length > 0) return { value: unknownValue(), diagnostics: [] };
  const known = needs.names.map((each) => [each, values.get(each) ?? unknownValue()] as const);
  return evaluate(definition.expression, childScope(scope, [["local", objectValue(known)]]));
}

function localsIn(definition: Attribute, definitions: Definitions): Needs {
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
