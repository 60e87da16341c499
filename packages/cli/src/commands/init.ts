import { readdir } from "node:fs/promises";
import path from "node:path";
import { type Context, shownPath } from "../context.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import type { Answers } from "../init/answers.ts";
import { completed, type Surroundings, surroundingsOf } from "../init/fields.ts";
import { configurationFile, ignoreFile } from "../init/first-files.ts";
import { checkGiven, type InitFlags, givenBy } from "../init/flags.ts";
import { nextSteps } from "../init/next-steps.ts";
import { isInteractive } from "../io.ts";
import { isConfigurationFile, reasonOf } from "../read-sources.ts";
import { UserError } from "../user-error.ts";
import { writeNewFile } from "../write-new-file.ts";

export interface InitOptions extends InitFlags {
  /** Take the defaults for what the flags leave open. */
  readonly yes?: true | undefined;
}

const elsewhere = "Choose another directory with -C DIR.";

/** Writes a first configuration where there is none, asking for it on a terminal, and says what to run next. */
export async function init(context: Context, options: InitOptions): Promise<ExitCode> {
  const { directory, io } = context;
  const present = await namesIn(context);
  const configuration = present.filter(isConfigurationFile);
  if (configuration.length > 0) {
    throw new UserError(
      `${shownPath(context, directory)} holds a configuration already: ${configuration.join(", ")}.`,
      "Change it, or start in another directory with -C DIR.",
    );
  }
  const surroundings = await surroundingsOf(context);
  const given = givenBy(options);
  checkGiven(given, surroundings);
  const ignored = present.includes(ignoreFile.name);
  const answers = await answersTo(context, given, surroundings, {
    files: ["main.wf.hcl", ...(ignored ? [] : [ignoreFile.name])],
    asks: options.yes !== true,
  });
  if (answers === undefined) return exitCode.error;
  const main = configurationFile(answers);
  for (const file of [main, ...(ignored ? [] : [ignoreFile])]) {
    await writeNewFile(context, path.join(directory, file.name), file.content, elsewhere);
  }
  io.stdout.write(nextSteps(context, answers, ignored));
  return exitCode.fine;
}

/** A person's answers, or the defaults; nothing where the person called it off. */
async function answersTo(
  context: Context,
  given: Answers,
  surroundings: Surroundings,
  { files, asks }: { readonly files: readonly string[]; readonly asks: boolean },
): Promise<Answers | undefined> {
  const { io, directory, out } = context;
  if (!asks || !isInteractive(io)) return completed(given, surroundings);
  const { askFirstConfiguration } = await import("../ui/run-init.tsx");
  const shown = files.map((name) => shownPath(context, path.join(directory, name)));
  return askFirstConfiguration(io, given, surroundings, shown, out);
}

async function namesIn(context: Context): Promise<readonly string[]> {
  try {
    return await readdir(context.directory);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    const where = shownPath(context, context.directory);
    throw new UserError(`${where} cannot be read: ${reasonOf(error)}.`, elsewhere, { cause: error });
  }
}
