import { readdirSync, readFileSync } from "node:fs";
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
    names = readdirSync(directory).sort();
  } catch (error) {
    const problem = diagnostic("unreadable-file", undefined, {
      path: shownPath(context, directory),
      reason: reasonOf(error),
    });
    return { value: { sources: [], variableFiles: [] }, diagnostics: [problem] };
  }
  const configuration = names.filter((name) => name.endsWith(".wf.hcl"));
  const values = [
    ...names.filter((name) => name === "wf.wfvars.hcl"),
    ...names.filter((name) => name.endsWith(".auto.wfvars.hcl")),
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

/** Reads files by their absolute paths; one that cannot be read is a diagnostic. */
export function readSources(context: Context, files: readonly string[]): WithDiagnostics<readonly Source[]> {
  const diagnostics: Diagnostic[] = [];
  const sources: Source[] = [];
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  for (const file of files) {
    const name = shownPath(context, file);
    try {
      sources.push({ name, text: decoder.decode(readFileSync(file)) });
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
