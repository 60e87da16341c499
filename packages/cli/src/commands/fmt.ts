import { readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { format, type Source } from "@wf/parser";
import { type Context, shownPath } from "../context.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { isPassedOver, readSources, reasonOf } from "../read-sources.ts";
import { reportDiagnostics } from "../report.ts";
import { UserError } from "../user-error.ts";

export interface FmtOptions {
  readonly check?: true | undefined;
  readonly diff?: true | undefined;
  /** Directories below those named, too. */
  readonly recursive?: true | undefined;
}

/** Puts files in canonical layout; files with syntax errors are left as they are and make it an error. */
export async function fmt(
  context: Context,
  paths: readonly string[],
  options: FmtOptions,
): Promise<ExitCode> {
  if (paths.length === 1 && paths[0] === "-") return formatStandardInput(context, options);
  const files = filesIn(
    context,
    paths.length === 0
      ? [context.directory]
      : paths.map((each) => path.resolve(context.io.workingDirectory, each)),
    options.recursive === true,
  );
  const { value: sources, diagnostics } = readSources(context, files);
  let valid = reportDiagnostics(context, diagnostics);
  let differs = false;
  for (const source of sources) {
    const formatted = format(source);
    if (!reportDiagnostics(context, formatted.diagnostics)) {
      valid = false;
      continue;
    }
    if (formatted.value === source.text) continue;
    differs = true;
    if (options.diff !== true || options.check === true) context.io.stdout.write(`${source.name}\n`);
    if (options.diff === true) await showDiff(context, source, formatted.value);
    if (options.check !== true) write(context, source, formatted.value);
  }
  if (!valid) return exitCode.error;
  return differs && options.check === true ? exitCode.layoutDiffers : exitCode.fine;
}

async function formatStandardInput(context: Context, options: FmtOptions): Promise<ExitCode> {
  const { text: readAll } = await import("node:stream/consumers");
  const source = { name: "<stdin>", text: await readAll(context.io.stdin) };
  const formatted = format(source);
  if (!reportDiagnostics(context, formatted.diagnostics)) return exitCode.error;
  const differs = formatted.value !== source.text;
  if (options.diff === true) await showDiff(context, source, formatted.value);
  else if (options.check !== true) context.io.stdout.write(formatted.value);
  return differs && options.check === true ? exitCode.layoutDiffers : exitCode.fine;
}

async function showDiff(context: Context, source: Source, after: string): Promise<void> {
  const { renderTextDiff } = await import("../render/text-diff.ts");
  context.io.stdout.write(renderTextDiff(source, after, context.out));
}

/** Every configuration file and file of values in the directories, and the files named. */
function filesIn(context: Context, paths: readonly string[], recursive: boolean): readonly string[] {
  const found: string[] = [];
  for (const each of paths) {
    try {
      if (!statSync(each).isDirectory()) {
        found.push(each);
        continue;
      }
      const entries = readdirSync(each, { recursive, withFileTypes: true });
      found.push(
        ...entries
          .filter((entry) => !entry.isDirectory() && /\.(wf|wfvars)\.hcl$/.test(entry.name))
          .map((entry) => path.join(entry.parentPath, entry.name))
          .filter((file) => !path.relative(each, file).split(path.sep).some(isPassedOver))
          .sort(),
      );
    } catch (error) {
      const message = `${shownPath(context, each)} cannot be read: ${reasonOf(error)}.`;
      throw new UserError(message, "Name files or directories, or - for standard input.", { cause: error });
    }
  }
  return found;
}

function write(context: Context, source: Source, content: string): void {
  try {
    writeFileSync(path.resolve(context.io.workingDirectory, source.name), content);
  } catch (error) {
    throw new UserError(
      `${source.name} cannot be written: ${reasonOf(error)}.`,
      "Nothing of it was changed.",
      {
        cause: error,
      },
    );
  }
}
