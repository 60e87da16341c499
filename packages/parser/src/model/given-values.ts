import { evaluate } from "../evaluation/evaluate.ts";
import { stringValue, unknownValue, type Value } from "../evaluation/value.ts";
import type { Attribute } from "../syntax/ast.ts";
import { parse, parseExpression } from "../syntax/parse.ts";
import { type Diagnostic, diagnostic, type WithDiagnostics } from "../text/diagnostic.ts";
import { collect } from "../text/gather-diagnostics.ts";
import type { Source, Span } from "../text/source.ts";
import { suggest } from "../text/suggest.ts";
import type { Declaration } from "./variables.ts";

/** Values given from outside: a file of them, or one by flag or environment. Later ones win over earlier ones. */
export type VariableInput =
  | { readonly kind: "file"; readonly source: Source }
  | { readonly kind: "flag"; readonly name: string; readonly text: string }
  | { readonly kind: "environment"; readonly name: string; readonly text: string }
  /** Always read as an expression, whatever the variable's type: what a saved plan keeps. */
  | { readonly kind: "expression"; readonly name: string; readonly text: string };

/** A value from outside, and where it is written if that is a file. */
export interface GivenValue {
  readonly value: Value;
  readonly place: Span | undefined;
}

type Declarations = ReadonlyMap<string, Declaration>;

/** The value given for each variable: of several, the last. */
export function gatherValues(
  inputs: readonly VariableInput[],
  declared: Declarations,
): WithDiagnostics<ReadonlyMap<string, GivenValue>> {
  const diagnostics: Diagnostic[] = [];
  const given = new Map<string, GivenValue>();
  for (const input of inputs) {
    if (input.kind === "file") {
      for (const [name, value] of collect(readFile(input.source, declared), diagnostics))
        given.set(name, value);
      continue;
    }
    const declaration = declared.get(input.name);
    if (declaration !== undefined)
      given.set(input.name, {
        value: collect(readText(input, declaration), diagnostics),
        place: undefined,
      });
    else if (input.kind !== "environment") {
      const near = suggest(input.name, declared.keys());
      diagnostics.push(diagnostic("undeclared-variable", undefined, { name: input.name, near }));
    }
  }
  return { value: given, diagnostics };
}

/** A file of values. Where one of them is sensitive, nothing of the file's text is shown. */
function readFile(written: Source, declared: Declarations): WithDiagnostics<ReadonlyMap<string, GivenValue>> {
  const confidential = [...declared.values()].some((each) => each.sensitive);
  const source = confidential ? { ...written, confidential } : written;
  const { value: file, diagnostics: problems } = parse(source);
  const diagnostics: Diagnostic[] = confidential
    ? problems.slice(0, 1).map(({ span }) => diagnostic("confidential-mistake", span, { name: undefined }))
    : [...problems];
  const values = new Map<string, GivenValue>();
  for (const item of file.body.items) {
    if (item.kind === "block") diagnostics.push(diagnostic("block-in-variable-file", item.header, {}));
    else {
      const value = collect(readAttribute(item, declared), diagnostics);
      if (value !== undefined) values.set(item.name.name, value);
    }
  }
  return { value: values, diagnostics };
}

function readAttribute(
  { name: { name, span }, expression }: Attribute,
  declared: Declarations,
): WithDiagnostics<GivenValue | undefined> {
  const declaration = declared.get(name);
  if (declaration === undefined) {
    const near = suggest(name, declared.keys());
    const unused = diagnostic("undeclared-variable-in-file", span, { name, near });
    return { value: undefined, diagnostics: [unused] };
  }
  const { value, diagnostics } = evaluate(expression, { variables: new Map() });
  const hidden = declaration.sensitive && diagnostics.length > 0;
  return {
    value: { value, place: expression.span },
    diagnostics: hidden ? [diagnostic("confidential-mistake", span, { name })] : diagnostics,
  };
}

/** As Terraform reads a flag or an environment variable: text as it is for a string, an expression for any other type. */
function readText(
  input: Exclude<VariableInput, { readonly kind: "file" }>,
  { name, constraint, block, sensitive }: Declaration,
): WithDiagnostics<Value> {
  const kind = constraint?.type.kind;
  const plain = kind === undefined || kind === "string" || kind === "number" || kind === "bool";
  if (plain && input.kind !== "expression") return { value: stringValue(input.text), diagnostics: [] };
  const parsed = parseExpression({ name: `value of var.${name}`, text: input.text, inline: true });
  const { value, diagnostics } =
    parsed.diagnostics.length > 0
      ? { value: unknownValue(), diagnostics: parsed.diagnostics }
      : evaluate(parsed.value, { variables: new Map() });
  if (!sensitive || diagnostics.length === 0) return { value, diagnostics };
  return { value, diagnostics: [diagnostic("confidential-mistake", block.header, { name })] };
}
