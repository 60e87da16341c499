import { append } from "../append.ts";
import { applyConstraint } from "../evaluation/apply-constraint.ts";
import { evaluate } from "../evaluation/evaluate.ts";
import { mismatchText } from "../evaluation/mismatch.ts";
import type { Scope } from "../evaluation/scope.ts";
import { containsSensitive, sensitive } from "../evaluation/sensitivity.ts";
import { type TypeConstraint, typeConstraint } from "../evaluation/type-constraint.ts";
import { dynamicType } from "../evaluation/types.ts";
import { isNull, objectValue, unknownValue, type Value } from "../evaluation/value.ts";
import { type Diagnostic, diagnostic, hasErrors, type WithDiagnostics } from "../text/diagnostic.ts";
import { collect } from "../text/gather-diagnostics.ts";
import { checkCondition } from "./condition.ts";
import { blocksOf, type DecodedBlock, textOf, truthOf } from "./decoded.ts";
import { gatherValues, type GivenValue, type VariableInput } from "./given-values.ts";

/** A variable's value and whether it came from outside. */
export interface VariableValue {
  readonly name: string;
  readonly value: Value;
  readonly sensitive: boolean;
  readonly given: boolean;
}

/** What to do about a variable without a value: refuse, or take it as known later (`validate` needs no values). */
export type MissingVariables = "refuse" | "unknown";

/** A declared variable, as far as it is known without values. */
export interface Declaration {
  readonly name: string;
  readonly block: DecodedBlock;
  /** Undefined where it names no type. */
  readonly constraint: TypeConstraint | undefined;
  readonly sensitive: boolean;
  readonly nullable: boolean;
  /** The value where none is given, of the variable's type; undefined where it has none. */
  readonly fallback: Value | undefined;
}

/** The value of each declared variable, converted to its type and held against its validations. */
export function readVariables(
  blocks: readonly DecodedBlock[],
  inputs: readonly VariableInput[],
  missing: MissingVariables,
  scope: Scope,
): WithDiagnostics<readonly VariableValue[]> {
  const diagnostics: Diagnostic[] = [];
  const declared = new Map(
    blocks.map((block) => [block.labels[0] ?? "", collect(declarationOf(block), diagnostics)]),
  );
  const given = collect(gatherValues(inputs, declared), diagnostics);
  const unfit = new Set<string>();
  const variables = [...declared.values()].map((declaration): VariableValue => {
    const from = given.get(declaration.name);
    const read = readVariable(declaration, from, missing);
    if (hasErrors(read.diagnostics)) unfit.add(declaration.name);
    const value = declaration.sensitive ? sensitive(collect(read, diagnostics)) : collect(read, diagnostics);
    const hidden = declaration.sensitive || containsSensitive(value);
    return { name: declaration.name, value, sensitive: hidden, given: from !== undefined };
  });
  const vars = objectValue(variables.map(({ name, value }) => [name, value] as const));
  const within: Scope = { ...scope, variables: new Map([["var", vars]]) };
  for (const declaration of declared.values())
    if (!unfit.has(declaration.name)) append(diagnostics, validate(declaration, within));
  return { value: variables, diagnostics };
}

function declarationOf(block: DecodedBlock): WithDiagnostics<Declaration> {
  const diagnostics: Diagnostic[] = [];
  const type = block.attributes.get("type")?.attribute.expression;
  const constraint = type === undefined ? undefined : collect(typeConstraint(type), diagnostics);
  const declaration: Declaration = {
    name: block.labels[0] ?? "",
    block,
    constraint,
    sensitive: truthOf(block, "sensitive") ?? false,
    nullable: truthOf(block, "nullable") ?? true,
    fallback: collect(fallbackOf(block, constraint), diagnostics),
  };
  if (declaration.fallback?.kind === "null" && !declaration.nullable) {
    const place = block.attributes.get("default")?.attribute.expression.span;
    diagnostics.push(diagnostic("variable-is-null", place, { name: declaration.name }));
  }
  return { value: declaration, diagnostics };
}

function fallbackOf(
  block: DecodedBlock,
  constraint: TypeConstraint | undefined,
): WithDiagnostics<Value | undefined> {
  const written = block.attributes.get("default")?.attribute.expression;
  if (written === undefined) return { value: undefined, diagnostics: [] };
  const { value, diagnostics } = evaluate(written, { variables: new Map() });
  if (constraint === undefined || diagnostics.length > 0) return { value, diagnostics };
  const applied = applyConstraint(value, constraint);
  if ("value" in applied) return { value: applied.value, diagnostics };
  const reason = mismatchText(applied.mismatch);
  return {
    value: unknownValue(constraint.type),
    diagnostics: [diagnostic("invalid-default", written.span, { reason })],
  };
}

function readVariable(
  { name, block, constraint, nullable, fallback, sensitive: secret }: Declaration,
  given: GivenValue | undefined,
  missing: MissingVariables,
): WithDiagnostics<Value> {
  const unknown = unknownValue(constraint?.type ?? dynamicType);
  if (given === undefined || (isNull(given.value) && !nullable)) {
    if (fallback !== undefined) return { value: fallback, diagnostics: [] };
    if (given !== undefined)
      return { value: unknown, diagnostics: [diagnostic("variable-is-null", block.header, { name })] };
    if (missing === "unknown") return { value: unknown, diagnostics: [] };
    const doc = textOf(block, "description");
    return { value: unknown, diagnostics: [diagnostic("missing-variable", block.header, { name, doc })] };
  }
  if (constraint === undefined) return { value: given.value, diagnostics: [] };
  const applied = applyConstraint(secret ? sensitive(given.value) : given.value, constraint);
  if ("value" in applied) return { value: applied.value, diagnostics: [] };
  const reason = mismatchText(applied.mismatch);
  const place = given.place ?? block.header;
  return { value: unknown, diagnostics: [diagnostic("wrong-variable-type", place, { name, reason })] };
}

function validate({ name, block }: Declaration, scope: Scope): readonly Diagnostic[] {
  return blocksOf(block, "validation").flatMap((rule) =>
    checkCondition(rule, scope, (place, message) =>
      diagnostic("validation-failed", place, { name, message }),
    ),
  );
}
