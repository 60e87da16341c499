import path from "node:path";
import { type Diagnostic, parse, type ReadConfiguration, type WithDiagnostics } from "@wf/parser";
import { type Context, createContext } from "../context.ts";
import type { Io } from "../io.ts";
import { loadConfiguration } from "../load-configuration.ts";
import { isConfigurationFile, isVariableFile } from "../read-sources.ts";

/** What `wf validate` would work with in a directory, with what the editor holds of its files. */
export function editorContext(io: Io, directory: string, buffers: ReadonlyMap<string, string>): Context {
  // Names in diagnostics are then those of the directory's files alone.
  const context = createContext({ ...io, workingDirectory: directory }, { color: false });
  return { ...context, buffers };
}

/** What `wf validate` says of a directory, and of the open files beside its configuration, read for themselves. */
export async function checkDirectory(context: Context): Promise<WithDiagnostics<ReadConfiguration>> {
  const { value, diagnostics } = await loadConfiguration(context, [], "unknown");
  const own = diagnostics.filter(({ code }) => code !== "no-configuration");
  return { value, diagnostics: [...own, ...besides(context)] };
}

/** Files of values for `--var-file` belong to no configuration until they are named. */
function besides({ directory, buffers = new Map() }: Context): readonly Diagnostic[] {
  return [...buffers].flatMap(([file, text]) => {
    const name = path.relative(directory, file);
    return isConfigurationFile(name) || isVariableFile(name) ? [] : parse({ name, text }).diagnostics;
  });
}

/** Whether a file is one of ours: other tools' files end with `.hcl` too. */
export function isOurs(file: string): boolean {
  return isConfigurationFile(file) || isValues(file);
}

/** Whether a file gives values to variables, asked for or not. */
export function isValues(file: string): boolean {
  return file.endsWith(".wfvars.hcl");
}
