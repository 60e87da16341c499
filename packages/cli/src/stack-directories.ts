import type { Context } from "./context.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import { findStacks } from "./find-stacks.ts";
import type { PlanSettings } from "./plan-directory.ts";
import { UserError } from "./user-error.ts";

/** Which directories are planned. */
export interface StackOptions extends PlanSettings {
  /** Directories to plan, each a stack; none: the context's alone. */
  readonly directories: readonly string[];
  /** Every directory below that holds a configuration. */
  readonly recursive: boolean;
  /** Show it as a list to walk through. */
  readonly browse: boolean;
}

/** The directories of a report; undefined where the context's alone is planned. */
export function stackDirectories(context: Context, options: StackOptions): readonly string[] | undefined {
  if (!options.recursive && options.directories.length === 0) return undefined;
  refuseForMany(options);
  return findStacks(context, options.directories, options.recursive);
}

function refuseForMany({ browse, out, request }: StackOptions): void {
  const { replace, rewriteSecret, targets } = request;
  const option =
    out !== undefined
      ? "--out"
      : targets.length > 0
        ? "--target"
        : replace.length > 0
          ? "--replace"
          : rewriteSecret.length > 0
            ? "--rewrite-secret"
            : browse
              ? "--browse"
              : undefined;
  if (option === undefined) return;
  throw new UserError(
    `${option} is for one stack, and several directories are planned.`,
    "Plan that stack alone, with -C DIR.",
  );
}

/** What a report exits with: the worst of its stacks decides. */
export function worstOf(codes: readonly ExitCode[]): ExitCode {
  return [exitCode.error, exitCode.changes].find((code) => codes.includes(code)) ?? exitCode.fine;
}
