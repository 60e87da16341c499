import { append } from "../append.ts";
import type { FunctionHost } from "../evaluation/function-host.ts";
import { calledFunctions } from "../evaluation/functions/called-functions.ts";
import { freshBudget } from "../evaluation/limits.ts";
import { prepareFunctions } from "../evaluation/functions/prepare-functions.ts";
import type { Scope } from "../evaluation/scope.ts";
import { compareText } from "../evaluation/text-order.ts";
import { objectValue, type Value } from "../evaluation/value.ts";
import type { Attribute, Block, Body, File } from "../syntax/ast.ts";
import { parse } from "../syntax/parse.ts";
import { type Diagnostic, diagnostic, hasErrors, type WithDiagnostics } from "../text/diagnostic.ts";
import { limitErrors } from "../text/diagnostic-limit.ts";
import { type Source, span } from "../text/source.ts";
import { buildAccount } from "./build-account.ts";
import { buildWorkforce } from "./build-workforce.ts";
import { checkReferences } from "./check-references.ts";
import { checkVersion } from "./check-version.ts";
import { collect, withoutRepetition } from "../text/gather-diagnostics.ts";
import { decodeBody } from "./decode-body.ts";
import { blockOf, blocksOf, type DecodedBody, isKnownBlock, textOf, textsOf } from "./decoded.ts";
import { readLocals } from "./locals.ts";
import { type OutputDeclaration, readOutputs, workforceRoot } from "./outputs.ts";
import { checkConfiguration } from "./rules/index.ts";
import { type BlockSchema, nestedNamed } from "./schema.ts";
import { fileSchema } from "./schemas/file.ts";
import type { VariableInput } from "./given-values.ts";
import { type MissingVariables, readVariables, type VariableValue } from "./variables.ts";
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
  /** The stack's name, where it is known whatever else is wrong. */
  readonly stack: string | undefined;
  readonly configuration: Configuration | undefined;
  /**
   * The same without the accounts and workforces of which something is not known, for what only looks. Client secrets
   * may be missing: those are empty. Undefined where there is an error.
   */
  readonly known: Configuration | undefined;
  readonly variables: readonly VariableValue[];
  readonly outputs: readonly OutputDeclaration[];
  /** What expressions may refer to: `var`, `local`, and `workforce` with what is known offline. */
  readonly scope: Scope;
}

/** Text in, typed model out, with everything that is wrong with it at once. Never throws for bad input. */
export async function readConfiguration(
  input: ConfigurationInput,
): Promise<WithDiagnostics<ReadConfiguration>> {
  const diagnostics: Diagnostic[] = [];
  const files = input.sources.map((source) => collect(parse(source), diagnostics));
  // A file that could not be read whole makes what it defines look missing elsewhere: say only what is sure.
  const surroundings: Scope = { variables: new Map(), functions: new Map(), host: input.host };
  if (hasErrors(diagnostics)) {
    const nothing = {
      stack: stackIn(mergeBodies(files), { ...surroundings, budget: freshBudget() }),
      configuration: undefined,
      known: undefined,
      variables: [],
      outputs: [],
      scope: surroundings,
    };
    return { value: nothing, diagnostics };
  }
  const body = mergeBodies(files);
  const functions = await prepareFunctions(calledFunctions(body));
  // One budget for all: a stranger's configuration must not cost so much for each of its attributes.
  const base: Scope = { ...surroundings, functions, budget: freshBudget() };
  const header = body.span;

  const early = decodeBody(only(body, ["variable"]), { ...fileSchema, blocks: earlyBlocks }, header, base);
  const declarations = blocksOf(collect(early, diagnostics), "variable").filter(
    ({ labels }) => labels.length === 1,
  );
  append(diagnostics, repeatedLabels(body));
  append(diagnostics, misplacedInLocals(body));
  const variables = collect(
    readVariables(declarations, input.variables, input.missingVariables, base),
    diagnostics,
  );
  const vars = objectValue(variables.map(({ name, value }) => [name, value] as const));
  const withVariables: Scope = { ...base, variables: new Map<string, Value>([["var", vars]]) };
  const locals = collect(readLocals(localAttributes(body), withVariables), diagnostics);
  const names = new Map<string, Value>([
    ["var", vars],
    ["local", objectValue(locals)],
  ]);
  const scope: Scope = { ...base, variables: names };

  const decoded = collect(
    decodeBody(except(body, ["variable", "locals"]), fileSchema, header, scope),
    diagnostics,
  );
  append(diagnostics, checkConfiguration(decoded));
  append(diagnostics, await checkVersion(blockOf(decoded, "wf"), input.version));
  const outputs = collect(readOutputs(decoded, scope), diagnostics);
  const whole: Scope = {
    ...scope,
    variables: new Map([...names, ["workforce", workforceRoot(decoded, new Map())]]),
  };
  append(diagnostics, checkReferences(only(body, ["locals"]), ["var"], whole));
  append(diagnostics, checkReferences(only(body, ["output"]), ["var", "local", "workforce"], whole));
  append(
    diagnostics,
    checkReferences(except(body, ["variable", "locals", "output"]), ["var", "local"], whole),
  );
  const complete = !hasErrors(diagnostics) && variables.every(({ value }) => value.extent.known);
  return {
    value: {
      stack: textOf(blockOf(decoded, "wf"), "stack"),
      configuration: complete ? build(decoded) : undefined,
      known: hasErrors(diagnostics) ? undefined : buildKnown(decoded),
      variables,
      outputs,
      scope: { ...surroundings, functions, variables: whole.variables },
    },
    diagnostics: limitErrors(inOrder(limitsOnce(withoutRepetition(diagnostics)))),
  };
}

/** As a reader meets their places, file after file; first those without a place. */
function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted((left, right) =>
    fileOf(left) === fileOf(right)
      ? (left.span?.start ?? 0) - (right.span?.start ?? 0)
      : compareText(fileOf(left), fileOf(right)),
  );
}

function fileOf({ span: place }: Diagnostic): string {
  return place?.source.name ?? "";
}

/** Where the steps are used up, every expression after says so: once is enough. */
function limitsOnce(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const told = new Set<string>();
  return diagnostics.filter(({ code, summary }) => {
    if (code !== "limit-exceeded") return true;
    const before = told.has(summary);
    told.add(summary);
    return !before;
  });
}

const earlyBlocks = blocksNamed("variable");
const localsBlocks = blocksNamed("locals");
const noScope: Scope = { variables: new Map() };

function blocksNamed(type: string): BlockSchema["blocks"] {
  const nested = nestedNamed(fileSchema, type);
  return nested === undefined ? {} : { [type]: nested };
}

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

/** `locals` takes attributes of any name, so that the schema cannot say what is wrong with it. */
function misplacedInLocals(body: Body): readonly Diagnostic[] {
  return only(body, ["locals"]).items.flatMap((item) => {
    if (item.kind !== "block") return [];
    const nested = item.body.items.filter((each) => each.kind === "block");
    const attributes: Block = { ...item, body: { ...item.body, items: nested } };
    const alone: Body = { ...body, items: [attributes] };
    return decodeBody(alone, { ...fileSchema, blocks: localsBlocks }, body.span, noScope).diagnostics;
  });
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

/** The name that the files give the stack, as far as they could be read. */
function stackIn(body: Body, scope: Scope): string | undefined {
  const { value } = decodeBody(only(body, ["wf"]), fileSchema, body.span, scope);
  return textOf(blockOf(value, "wf"), "stack");
}

function buildKnown(decoded: DecodedBody): Configuration {
  const unknown = new Set(
    blocksOf(decoded, "account").flatMap((block) => (isKnownBlock(block) ? [] : [block.labels[0] ?? ""])),
  );
  const { accounts, workforces, ...rest } = build({
    ...decoded,
    blocks: decoded.blocks.filter((block) => block.schema.type !== "workforce" || isKnownBlock(block)),
  });
  return {
    ...rest,
    accounts: accounts.filter(({ name }) => !unknown.has(name)),
    workforces: workforces.filter(({ account }) => account === undefined || !unknown.has(account)),
  };
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
