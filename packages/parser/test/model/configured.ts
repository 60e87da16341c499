import {
  type Configuration,
  type ConfigurationInput,
  type Diagnostic,
  type FunctionHost,
  hasErrors,
  type ReadConfiguration,
  readConfiguration,
  type Source,
  textOf,
  type WithDiagnostics,
  type Workforce,
} from "../../src/index.ts";

/** One file's text, or several files by name. */
export type Files = string | Readonly<Record<string, string>>;

/** What a configuration may be read with, beside its files. */
export type Surroundings = Partial<Omit<ConfigurationInput, "sources">> & {
  readonly environment?: Readonly<Record<string, string>>;
};

/** Reads a configuration of these files, as `wf plan` would. */
export async function configured(
  files: Files,
  { environment = {}, ...input }: Surroundings = {},
): Promise<WithDiagnostics<ReadConfiguration>> {
  return readConfiguration({
    sources: sourcesOf(files),
    variables: [],
    missingVariables: "refuse",
    host: hostWith(environment),
    version: "0.1.0",
    ...input,
  });
}

/** The model of a configuration that must be right but for warnings. */
export async function model(files: Files, surroundings?: Surroundings): Promise<Configuration> {
  const { value, diagnostics } = await configured(files, surroundings);
  if (value.configuration === undefined || hasErrors(diagnostics))
    throw new Error(`Refused: ${JSON.stringify(diagnostics.map(({ code, detail }) => [code, detail]))}`);
  return value.configuration;
}

/** The only workforce of a configuration that must be right. */
export async function onlyWorkforce(files: Files, surroundings?: Surroundings): Promise<Workforce> {
  const { workforces } = await model(files, surroundings);
  const [only, ...others] = workforces;
  if (only === undefined || others.length > 0) throw new Error(`There are ${workforces.length} workforces`);
  return only;
}

/** What is said about a configuration: each diagnostic's code and the text that it points at. */
export async function said(
  files: Files,
  surroundings?: Surroundings,
): Promise<readonly (readonly [code: string, text: string])[]> {
  const { diagnostics } = await configured(files, surroundings);
  return diagnostics.map(codeAndText);
}

/** A diagnostic's code and the text that it points at. */
export function codeAndText({ code, span }: Diagnostic): readonly [code: string, text: string] {
  return [code, span === undefined ? "" : textOf(span)];
}

/** The files as sources, sorted by name. */
function sourcesOf(files: Files): readonly Source[] {
  return typeof files === "string"
    ? [{ name: "main.wf.hcl", text: files }]
    : Object.entries(files)
        .map(([name, text]) => ({ name, text }))
        .sort((left, right) => (left.name < right.name ? -1 : 1));
}

function hostWith(environment: Readonly<Record<string, string>>): FunctionHost {
  return {
    readFile: () => ({ failure: "there is no such file" }),
    fileExists: () => false,
    listFiles: () => ({ paths: [] }),
    environment: (name) => (Object.hasOwn(environment, name) ? environment[name] : undefined),
  };
}
