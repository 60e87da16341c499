import path from "node:path";
import { functionHost } from "@wf/engine/node";
import {
  type Diagnostic,
  hasErrors,
  type MissingVariables,
  type ReadConfiguration,
  readConfiguration,
  type VariableInput,
  type WithDiagnostics,
} from "@wf/parser";
import type { Context } from "./context.ts";
import { readConfigurationFiles, readSources } from "./read-sources.ts";
import { version } from "./version.ts";

/** A value or a file of values given on the command line, in the order given. */
export type VariableFlag =
  | { readonly kind: "value"; readonly name: string; readonly text: string }
  | { readonly kind: "expression"; readonly name: string; readonly text: string }
  | { readonly kind: "file"; readonly path: string };

const empty: ReadConfiguration = {
  stack: undefined,
  configuration: undefined,
  known: undefined,
  variables: [],
  outputs: [],
  scope: { variables: new Map() },
};

/** Reads the configuration of the context's directory with its variables, in Terraform's order of precedence. */
export async function loadConfiguration(
  context: Context,
  flags: readonly VariableFlag[],
  missingVariables: MissingVariables,
): Promise<WithDiagnostics<ReadConfiguration>> {
  const files = readConfigurationFiles(context);
  const diagnostics: Diagnostic[] = [...files.diagnostics];
  const given = readFlags(context, flags);
  diagnostics.push(...given.diagnostics);
  if (hasErrors(diagnostics)) return { value: empty, diagnostics };
  const variables: readonly VariableInput[] = [
    ...fromEnvironment(context.io.environment),
    ...files.value.variableFiles.map((source) => ({ kind: "file", source }) as const),
    ...given.value,
  ];
  const read = await readConfiguration({
    sources: files.value.sources,
    variables,
    missingVariables,
    host: functionHost(context.directory, context.io.environment),
    version,
  });
  return { value: read.value, diagnostics: [...diagnostics, ...read.diagnostics] };
}

const prefix = "WF_VAR_";

function fromEnvironment(environment: Context["io"]["environment"]): readonly VariableInput[] {
  return Object.entries(environment).flatMap(([key, text]) =>
    key.startsWith(prefix) && text !== undefined
      ? [{ kind: "environment", name: key.slice(prefix.length), text }]
      : [],
  );
}

function readFlags(
  context: Context,
  flags: readonly VariableFlag[],
): WithDiagnostics<readonly VariableInput[]> {
  const diagnostics: Diagnostic[] = [];
  const inputs: VariableInput[] = [];
  for (const flag of flags) {
    if (flag.kind === "value") inputs.push({ kind: "flag", name: flag.name, text: flag.text });
    else if (flag.kind === "expression")
      inputs.push({ kind: "expression", name: flag.name, text: flag.text });
    else {
      const read = readSources(context, [path.resolve(context.io.workingDirectory, flag.path)]);
      diagnostics.push(...read.diagnostics);
      inputs.push(...read.value.map((source) => ({ kind: "file", source }) as const));
    }
  }
  return { value: inputs, diagnostics };
}
