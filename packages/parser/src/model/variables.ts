import { evaluate } from "../evaluation/evaluate.ts";
import type { Scope } from "../evaluation/scope.ts";
import { containsSensitive, sensitive } from "../evaluation/sensitivity.ts";
import { applyConstraint } from "../evaluation/apply-constraint.ts";
import { mismatchText } from "../evaluation/mismatch.ts";
import { type TypeConstraint, typeConstraint } from "../evaluation/type-constraint.ts";
import { dynamicType } from "../evaluation/types.ts";
import { isNull, objectValue, stringValue, unknownValue, type Value } from "../evaluation/value.ts";
import { parse, parseExpression } from "../syntax/parse.ts";
import type { Attribute, Expression } from "../syntax/ast.ts";
import { type Diagnostic, diagnostic, type WithDiagnostics } from "../text/diagnostic.ts";
import type { Source } from "../text/source.ts";
import { suggest } from "../text/suggest.ts";
import { collect } from "./decode-body.ts";
import { blocksOf, type DecodedBlock, type DecodedBody, textOf, truthOf } from "./decoded.ts";

/** Values given from outside: a file of them, or one by flag or environment. Later ones win over earlier ones. */
export type VariableInput =
  | { readonly kind: "file"; readonly source: Source }
  | { readonly kind: "flag"; readonly name: string; readonly text: string }
  | { readonly kind: "environment"; readonly name: string; readonly text: string }
  /** Always read as an expression, whatever the variable's type: what a saved plan keeps. */
  | { readonly kind: "expression"; readonly name: string; readonly text: string };

/** A variable's value and whether it came from outside. */
export interface VariableValue {
  readonly name: string;
  readonly value: Value;
  readonly sensitive: boolean;
  readonly given: boolean;
}

/** What to do about a variable without a value: refuse, or take it as known later (`validate` needs no values). */
export type MissingVariables = "refuse" | "unknown";

/** The value of each declared variable, converted to its type and held against its validations. */
export function readVariables(
  declarations: readonly DecodedBlock[],
  inputs: readonly VariableInput[],
  missing: MissingVariables,
  scope: Scope,
): WithDiagnostics<readonly VariableValue[]> {
  const diagnostics: Diagnostic[] = [];
  const declared = new Map(declarations.map((block) => [block.labels[0] ?? "", block]));
  const constraints = new Map(
    [...declared].map(([name, block]) => [name, collect(constraintOf(block), diagnostics)]),
  );
  const given = collect(gather(inputs, declared, constraints, scope), diagnostics);
  const variables = [...declared].map(([name, block]) => {
    const constraint = constraints.get(name);
    return collect(readVariable(name, block, constraint, given.get(name), missing, scope), diagnostics);
  });
  return { value: variables, diagnostics };
}

function constraintOf(block: DecodedBlock): WithDiagnostics<TypeConstraint | undefined> {
  const type = block.attributes.get("type");
  return type === undefined
    ? { value: undefined, diagnostics: [] }
    : typeConstraint(type.attribute.expression);
}

interface Given {
  readonly value: Value;
  readonly place: Expression | undefined;
}

function gather(
  inputs: readonly VariableInput[],
  declared: ReadonlyMap<string, DecodedBlock>,
  constraints: ReadonlyMap<string, TypeConstraint | undefined>,
  scope: Scope,
): WithDiagnostics<ReadonlyMap<string, Given>> {
  const diagnostics: Diagnostic[] = [];
  const given = new Map<string, Given>();
  for (const input of inputs) {
    if (input.kind === "file") {
      for (const attribute of collect(readFile(input.source), diagnostics)) {
        const name = attribute.name.name;
        if (!declared.has(name)) {
          const near = suggest(name, declared.keys());
          diagnostics.push(diagnostic("undeclared-variable-in-file", attribute.name.span, { name, near }));
          continue;
        }
        const value = collect(evaluate(attribute.expression, { variables: new Map() }), diagnostics);
        given.set(name, { value, place: attribute.expression });
      }
    } else if (declared.has(input.name)) {
      const value = collect(readText(input, constraints.get(input.name), scope), diagnostics);
      given.set(input.name, { value, place: undefined });
    } else if (input.kind !== "environment") {
      const near = suggest(input.name, declared.keys());
      diagnostics.push(diagnostic("undeclared-variable", undefined, { name: input.name, near }));
    }
  }
  return { value: given, diagnostics };
}

function readFile(source: Source): WithDiagnostics<readonly Attribute[]> {
  const { value, diagnostics } = parse(source);
  const blocks = value.body.items.filter((item) => item.kind === "block");
  return {
    value: value.body.items.filter((item) => item.kind === "attribute"),
    diagnostics: [
      ...diagnostics,
      ...blocks.map((block) => diagnostic("block-in-variable-file", block.header, {})),
    ],
  };
}

/** As Terraform reads a flag or an environment variable: text as it is for a string, an expression for any other type. */
function readText(
  input: Exclude<VariableInput, { readonly kind: "file" }>,
  constraint: TypeConstraint | undefined,
  scope: Scope,
): WithDiagnostics<Value> {
  const kind = constraint?.type.kind;
  const plain = kind === undefined || kind === "string" || kind === "number" || kind === "bool";
  if (plain && input.kind !== "expression") return { value: stringValue(input.text), diagnostics: [] };
  const parsed = parseExpression({ name: `value of var.${input.name}`, text: input.text });
  if (parsed.diagnostics.length > 0) return { value: unknownValue(), diagnostics: parsed.diagnostics };
  return evaluate(parsed.value, { ...scope, variables: new Map() });
}

function readVariable(
  name: string,
  block: DecodedBlock,
  constraint: TypeConstraint | undefined,
  given: Given | undefined,
  missing: MissingVariables,
  scope: Scope,
): WithDiagnostics<VariableValue> {
  const diagnostics: Diagnostic[] = [];
  const secret = truthOf(block, "sensitive") ?? false;
  const nullable = truthOf(block, "nullable") ?? true;
  const done = (value: Value, ok = true): WithDiagnostics<VariableValue> => {
    const kept = secret ? sensitive(value) : value;
    if (ok) diagnostics.push(...validate(name, block, kept, scope));
    return {
      value: { name, value: kept, sensitive: secret || containsSensitive(kept), given: given !== undefined },
      diagnostics,
    };
  };
  const useDefault = given === undefined || (isNull(given.value) && !nullable);
  const fallback = block.attributes.get("default")?.attribute.expression;
  if (useDefault && fallback === undefined) {
    const type = constraint?.type ?? dynamicType;
    if (given !== undefined) diagnostics.push(diagnostic("variable-is-null", block.header, { name }));
    else if (missing === "refuse") {
      diagnostics.push(
        diagnostic("missing-variable", block.header, { name, doc: textOf(block, "description") }),
      );
    }
    return done(unknownValue(type), false);
  }
  const value =
    useDefault && fallback !== undefined
      ? collect(evaluate(fallback, { variables: new Map() }), diagnostics)
      : given?.value;
  if (value === undefined || constraint === undefined) return done(value ?? unknownValue());
  const applied = applyConstraint(value, constraint);
  if (!("mismatch" in applied)) return done(applied.value);
  const place = useDefault ? fallback?.span : (given?.place?.span ?? block.header);
  diagnostics.push(
    diagnostic("wrong-variable-type", place, { name, reason: mismatchText(applied.mismatch) }),
  );
  return done(unknownValue(constraint.type), false);
}

function validate(name: string, block: DecodedBlock, value: Value, scope: Scope): readonly Diagnostic[] {
  const within: Scope = { ...scope, variables: new Map([["var", objectValue([[name, value]])]]) };
  return blocksOf(block, "validation").flatMap((rule) => checkRule(name, rule, within));
}

function checkRule(name: string, rule: DecodedBody, scope: Scope): readonly Diagnostic[] {
  const condition = rule.attributes.get("condition")?.attribute.expression;
  const message = rule.attributes.get("error_message")?.attribute.expression;
  if (condition === undefined || message === undefined) return [];
  const held = evaluate(condition, scope);
  if (held.diagnostics.length > 0 || held.value.kind === "unknown") return held.diagnostics;
  if (held.value.kind !== "bool") return [diagnostic("condition-not-bool", condition.span, {})];
  if (held.value.truth) return [];
  const said = evaluate(message, scope);
  const text = said.value.kind === "string" && !containsSensitive(said.value) ? said.value.text : undefined;
  return [...said.diagnostics, diagnostic("validation-failed", condition.span, { name, message: text })];
}
