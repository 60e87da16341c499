import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Diagnostic, diagnostic, type Source, type WithDiagnostics } from "@wf/parser";
import { type Context, shownPath } from "./context.ts";

/** The files of the configuration's directory, by what they are for, each sorted by name. */
export interface ConfigurationFiles {
  readonly sources: readonly Source[];
  /** `wf.wfvars.hcl`, then every `*.auto.wfvars.hcl`. */
  readonly variableFiles: readonly Source[];
}

/**
 * Reads every `*.wf.hcl` of the directory and the files of values that are read without being asked for. Nothing else
 * can be done meanwhile, and to load what reads files in the background takes longer than to read a few.
 */
export function readConfigurationFiles(context: Context): WithDiagnostics<ConfigurationFiles> {
  const { directory } = context;
  let names: readonly string[];
  try {
    names = namesIn(context);
  } catch (error) {
    const problem = diagnostic("unreadable-file", undefined, {
      path: shownPath(context, directory),
      reason: reasonOf(error),
    });
    return { value: { sources: [], variableFiles: [] }, diagnostics: [problem] };
  }
  const configuration = names.filter(isConfigurationFile);
  const values = [
    ...names.filter((name) => name === "wf.wfvars.hcl"),
    ...names.filter((name) => isVariableFile(name) && name !== "wf.wfvars.hcl"),
  ];
  const sources = readSources(
    context,
    configuration.map((name) => path.join(directory, name)),
  );
  const variableFiles = readSources(
    context,
    values.map((name) => path.join(directory, name)),
  );
  const none =
    configuration.length === 0
      ? [diagnostic("no-configuration", undefined, { directory: shownPath(context, directory) })]
      : [];
  return {
    value: { sources: sources.value, variableFiles: variableFiles.value },
    diagnostics: [...none, ...sources.diagnostics, ...variableFiles.diagnostics],
  };
}

/** Whether a file of this name is part of its directory's configuration. */
export function isConfigurationFile(name: string): boolean {
  return name.endsWith(".wf.hcl") && !isHidden(name);
}

/** Whether a file of this name gives values to variables without being asked for. */
export function isVariableFile(name: string): boolean {
  return name === "wf.wfvars.hcl" || (name.endsWith(".auto.wfvars.hcl") && !isHidden(name));
}

/** Whether a search for configurations below a directory passes over what has this name. */
export function isPassedOver(name: string): boolean {
  return name === "node_modules" || isHidden(name);
}

/** As in Terraform: what begins with a dot is a tool's own, such as the locks and swaps of editors. */
function isHidden(name: string): boolean {
  return path.basename(name).startsWith(".");
}

/** The names in the directory, sorted; a new file of an editor is among them before it is saved. */
function namesIn({ directory, buffers = new Map() }: Context): readonly string[] {
  const open = [...buffers.keys()].filter((file) => path.dirname(file) === directory);
  if (open.length === 0) return readdirSync(directory).sort();
  const saved = existsSync(directory) ? readdirSync(directory) : [];
  return [...new Set([...saved, ...open.map((file) => path.basename(file))])].sort();
}

/** Reads files by their absolute paths; one that cannot be read is a diagnostic. */
export function readSources(context: Context, files: readonly string[]): WithDiagnostics<readonly Source[]> {
  const diagnostics: Diagnostic[] = [];
  const sources: Source[] = [];
  // Editors count places without the byte-order mark.
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: context.buffers === undefined });
  for (const file of files) {
    const name = shownPath(context, file);
    try {
      const text = context.buffers?.get(file) ?? decoder.decode(readFileSync(file));
      sources.push({ name, text });
    } catch (error) {
      diagnostics.push(diagnostic("unreadable-file", undefined, { path: name, reason: reasonOf(error) }));
    }
  }
  return { value: sources, diagnostics };
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "Permission is denied",
  EEXIST: "There is such a file already",
  EISDIR: "It is a directory",
  ENOENT: "There is no such file or directory",
  ENOTDIR: "It is not a directory",
  ERR_ENCODING_INVALID_ENCODED_DATA: "It is not UTF-8 text",
};

/** Why the file system refused, as a clause that begins a sentence. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return reasons[code] ?? (code === "" ? "It cannot be read" : `The system says ${code}`);
}
