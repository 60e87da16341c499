import { type PlanView } from "@wf/engine";
import { assertNever } from "@wf/parser";
import { checkBrowse, showInBrowser } from "../browse-plan.ts";
import { type Context, shownPath } from "../context.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { placeOf } from "../place-of.ts";
import { planDirectory } from "../plan-directory.ts";
import type { PlanFormat } from "../plan-format.ts";
import { renderFailureMarkdown } from "../render/failure-markdown.ts";
import { renderPlanJson } from "../render/plan-json.ts";
import { type ApplyHint, renderPlanMarkdown } from "../render/plan-markdown.ts";
import { renderPlanText } from "../render/plan-text.ts";
import { shellLine } from "../render/shell-line.ts";
import { type PlannedStack, renderReport } from "../render/report-of-stacks.ts";
import { stackDirectories, type StackOptions, worstOf } from "../stack-directories.ts";
import { tellDenied } from "../tell-denied.ts";

export interface PlanCommandOptions extends StackOptions {
  /** Or everything as it happens, a document a line. */
  readonly format: PlanFormat | "events";
}

/** Shows what would happen; saves it if asked to. A refused plan is shown too, and is an error. */
export async function planCommand(context: Context, options: PlanCommandOptions): Promise<ExitCode> {
  const { browse, format, out } = options;
  if (browse) checkBrowse(context, format === "events" ? "json" : format);
  if (format === "events") {
    const { streamPlans } = await import("../stream-plans.ts");
    return streamPlans(context, options);
  }
  const directories = stackDirectories(context, options);
  if (directories !== undefined) return planMany(context, options, directories, format);
  const result = await planDirectory(context, options);
  if (result.outcome === "failed") {
    if (format === "markdown") context.io.stdout.write(renderFailureMarkdown(result, placeOf(context)));
    return exitCode.error;
  }
  const { code, denied, hint, saved, view } = result;
  if (browse) await showInBrowser(context, view);
  else context.io.stdout.write(renderPlan(context, view, format, hint));
  if (denied !== undefined) tellDenied(context, denied);
  if (saved && format === "text") {
    context.io.stdout.write(
      `\nSaved to ${out}. To carry out exactly this:\n\n  ${shellLine(hint.command)}\n`,
    );
  }
  return code;
}

/** Plans each directory, one after another, and makes one report. */
async function planMany(
  context: Context,
  options: PlanCommandOptions,
  directories: readonly string[],
  format: PlanFormat,
): Promise<ExitCode> {
  const stacks: PlannedStack[] = [];
  for (const directory of directories) {
    const inside = { ...context, directory };
    const result = await planDirectory(inside, options);
    stacks.push({ directory: shownPath(context, directory), place: placeOf(inside), result });
  }
  context.io.stdout.write(renderReport(stacks, format, context.out, context.width));
  for (const { directory, result } of stacks) {
    if (result.denied !== undefined) tellDenied(context, `${directory}: ${result.denied}`);
  }
  return worstOf(stacks.map(({ result }) => result.code));
}

/** A plan in one of the formats that can be asked for. */
export function renderPlan(context: Context, view: PlanView, format: PlanFormat, hint: ApplyHint): string {
  switch (format) {
    case "text":
      return renderPlanText(view, context.out, context.width);
    case "markdown":
      return renderPlanMarkdown(view, { place: placeOf(context), hint });
    case "json":
      return renderPlanJson(view);
    default:
      return assertNever(format);
  }
}
