import type { FunctionHost } from "../evaluation/function-host.ts";
import { calledFunctions } from "../evaluation/functions/called-functions.ts";
import { prepareFunctions, standardFunctions } from "../evaluation/functions/index.ts";
import type { Scope } from "../evaluation/scope.ts";
import { objectValue, type Value } from "../evaluation/value.ts";
import type { Attribute, Block, Body, File } from "../syntax/ast.ts";
import { parse } from "../syntax/parse.ts";
import { type Diagnostic, diagnostic, hasErrors, type WithDiagnostics } from "../text/diagnostic.ts";
import { type Source, span } from "../text/source.ts";
import { buildAccount } from "./build-account.ts";
import { buildWorkforce } from "./build-workforce.ts";
import { checkVersion } from "./check-version.ts";
import { collect, decodeBody } from "./decode-body.ts";
import { blockOf, blocksOf, type DecodedBody, textOf, textsOf } from "./decoded.ts";
import { readLocals } from "./locals.ts";
import { type OutputDeclaration, readOutputs } from "./outputs.ts";
import { checkConfiguration } from "./rules/index.ts";
import { nestedNamed } from "./schema.ts";
import { fileSchema } from "./schemas/file.ts";
import { type MissingVariables, readVariables, type VariableInput, type VariableValue } from "./variables.ts";
import type { Configuration } from "./workforce-model.ts";

/** What a configuration is read from. */
export interface ConfigurationInput {
  /** The `*.wf.hcl` files of one directory, sorted by name. */
  readonly sources: readonly Source[];
  /** Values for variables, in rising precedence. */
  readonly variables: readonly VariableInput[];
  readonly missingVariables: MissingVariables;
  /** What functions may know of the world. */
  readonly host: FunctionHost;
  /** The version of wf that is running, for `required_version`. */
  readonly version: string;
}

/** What was read. `configuration` is undefined where there is an error, or a value that is not known. */
export interface ReadConfiguration {
  readonly configuration: Configuration | undefined;
  readonly variables: readonly VariableValue[];
  readonly outputs: readonly OutputDeclaration[];
}

/** Text in, typed model out, with everything that is wrong with it at once. Never throws for bad input. */
export async function readConfiguration(
  input: ConfigurationInput,
): Promise<WithDiagnostics<ReadConfiguration>> {
  const diagnostics: Diagnostic[] = [];
  const files = input.sources.map((source) => collect(parse(source), diagnostics));
  // A file that could not be read whole makes what it defines look missing elsewhere: say only what is sure.
  if (hasErrors(diagnostics)) return { value: nothing, diagnostics };
  const body = mergeBodies(files);
  await prepareFunctions(calledFunctions(body));
  const base: Scope = { variables: new Map(), functions: standardFunctions, host: input.host };
  const header = body.span;

  const early = decodeBody(only(body, ["variable"]), { ...fileSchema, blocks: earlyBlocks }, header, base);
  const declarations = blocksOf(collect(early, diagnostics), "variable");
  diagnostics.push(...repeatedLabels(body));
  const variables = collect(
    readVariables(declarations, input.variables, input.missingVariables, base),
    diagnostics,
  );
  const vars = objectValue(variables.map(({ name, value }) => [name, value] as const));
  const withVariables: Scope = { ...base, variables: new Map<string, Value>([["var", vars]]) };
  const locals = collect(readLocals(localAttributes(body), withVariables), diagnostics);
  const scope: Scope = {
    ...base,
    variables: new Map<string, Value>([
      ["var", vars],
      ["local", objectValue(locals)],
    ]),
  };

  const decoded = collect(
    decodeBody(except(body, ["variable", "locals"]), fileSchema, header, scope),
    diagnostics,
  );
  diagnostics.push(...checkConfiguration(decoded), ...checkVersion(blockOf(decoded, "wf"), input.version));
  const outputs = collect(readOutputs(decoded, scope), diagnostics);
  const complete = !hasErrors(diagnostics) && variables.every(({ value }) => value.extent.known);
  return {
    value: { configuration: complete ? build(decoded) : undefined, variables, outputs },
    diagnostics,
  };
}

const nothing: ReadConfiguration = { configuration: undefined, variables: [], outputs: [] };
const variableBlock = fileSchema.blocks["variable"];
const earlyBlocks = variableBlock === undefined ? {} : { variable: variableBlock };

/** All files of a directory are one configuration, as if they were one file. */
function mergeBodies(files: readonly File[]): Body {
  const items = files.flatMap((file) => file.body.items);
  const source = files[0]?.span.source ?? { name: "", text: "" };
  return { kind: "body", items, span: span(source, 0, 0) };
}

function only(body: Body, types: readonly string[]): Body {
  return {
    ...body,
    items: body.items.filter((item) => item.kind === "block" && types.includes(item.type.name)),
  };
}

function except(body: Body, types: readonly string[]): Body {
  return {
    ...body,
    items: body.items.filter((item) => item.kind !== "block" || !types.includes(item.type.name)),
  };
}

function localAttributes(body: Body): readonly Attribute[] {
  return only(body, ["locals"]).items.flatMap((item) =>
    item.kind === "block" ? item.body.items.filter((each) => each.kind === "attribute") : [],
  );
}

/** Two blocks of one type and label cannot be told apart. */
function repeatedLabels(body: Body): readonly Diagnostic[] {
  const first = new Map<string, Block>();
  return body.items.flatMap((item) => {
    if (item.kind !== "block") return [];
    const label = item.labels[0];
    if (label === undefined || nestedNamed(fileSchema, item.type.name)?.schema.labels.length !== 1) return [];
    const key = JSON.stringify([item.type.name, label.value]);
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, item);
      return [];
    }
    const repeat = diagnostic("repeated-name", label.span, { what: item.type.name, name: label.value });
    return [{ ...repeat, related: [{ span: before.header, message: "the first one" }] }];
  });
}

function build(decoded: DecodedBody): Configuration {
  const wf = blockOf(decoded, "wf");
  return {
    stack: textOf(wf, "stack") ?? "",
    regions: textsOf(wf, "regions"),
    accounts: blocksOf(decoded, "account").map(buildAccount),
    workforces: blocksOf(decoded, "workforce").map(buildWorkforce),
  };
}
