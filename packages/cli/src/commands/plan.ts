import { assertNever, type PlanView } from "@wf/engine";
import { checkBrowse, showInBrowser } from "../browse-plan.ts";
import { type Context, shownPath } from "../context.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { findStacks } from "../find-stacks.ts";
import { planDirectory, type PlanSettings } from "../plan-directory.ts";
import type { PlanFormat } from "../plan-format.ts";
import { renderPlanJson } from "../render/plan-json.ts";
import { type ApplyHint, renderPlanMarkdown } from "../render/plan-markdown.ts";
import { renderPlanText } from "../render/plan-text.ts";
import { printable } from "../render/printable.ts";
import { type PlannedStack, renderReport } from "../render/report-of-stacks.ts";
import { UserError } from "../user-error.ts";

export interface PlanCommandOptions extends PlanSettings {
  readonly format: PlanFormat;
  /** Directories to plan, each a stack; none: the context's alone. */
  readonly directories: readonly string[];
  /** Every directory below that holds a configuration. */
  readonly recursive: boolean;
  /** Show it as a list to walk through. */
  readonly browse: boolean;
}

/** Shows what would happen; saves it if asked to. A refused plan is shown too, and is an error. */
export async function planCommand(context: Context, options: PlanCommandOptions): Promise<ExitCode> {
  if (options.browse) checkBrowse(context, options.format);
  if (options.recursive || options.directories.length > 0) return planMany(context, options);
  const planned = await planDirectory(context, options);
  if (planned === undefined) return exitCode.error;
  const { code, denied, hint, saved, view } = planned;
  if (options.browse) await showInBrowser(context, view);
  else context.io.stdout.write(renderPlan(context, view, options.format, hint));
  if (denied !== undefined) tellDenied(context, denied);
  if (saved && options.format === "text") {
    context.io.stdout.write(
      `\nSaved to ${options.out}. To carry out exactly this:\n\n  wf apply ${options.out}\n`,
    );
  }
  return code;
}

/** Plans each directory, one after another, and makes one report; the worst of them decides the exit code. */
async function planMany(context: Context, options: PlanCommandOptions): Promise<ExitCode> {
  refuseForMany(options);
  const stacks: PlannedStack[] = [];
  for (const directory of await findStacks(context, options.directories, options.recursive)) {
    const inside = { ...context, directory };
    stacks.push({ directory: shownPath(context, directory), planned: await planDirectory(inside, options) });
  }
  context.io.stdout.write(renderReport(stacks, options.format, context.out, context.width));
  for (const { directory, planned } of stacks) {
    if (planned?.denied !== undefined) tellDenied(context, `${directory}: ${planned.denied}`);
  }
  const codes = stacks.map(({ planned }) => planned?.code ?? exitCode.error);
  return [exitCode.error, exitCode.changes].find((code) => codes.includes(code)) ?? exitCode.fine;
}

function refuseForMany({ browse, out, request }: PlanCommandOptions): void {
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

function tellDenied(context: Context, denied: string): void {
  context.io.stderr.write(
    `${context.err.error("Error:")} ${printable(denied)}\n\nChange what leads to it, or have it approved without --deny.\n`,
  );
}

/** A plan in one of the formats that can be asked for. */
export function renderPlan(context: Context, view: PlanView, format: PlanFormat, hint: ApplyHint): string {
  switch (format) {
    case "text":
      return renderPlanText(view, context.out, context.width);
    case "markdown":
      return renderPlanMarkdown(view, hint);
    case "json":
      return renderPlanJson(view);
    default:
      return assertNever(format);
  }
}
