import { checkBrowse, showInBrowser } from "../browse-plan.ts";
import type { Context } from "../context.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { savedPlanHint } from "../apply-hint.ts";
import { loadPlanFile } from "../save-plan.ts";
import type { PlanFormat } from "../plan-format.ts";
import { renderPlan } from "./plan.ts";

export interface ShowOptions {
  readonly format: PlanFormat;
  /** Show it as a list to walk through. */
  readonly browse: boolean;
}

/** Shows a saved plan. */
export async function show(
  context: Context,
  file: string,
  { browse, format }: ShowOptions,
): Promise<ExitCode> {
  if (browse) checkBrowse(context, format);
  const plan = await loadPlanFile(context, file);
  const hint = savedPlanHint(context, file, plan.sensitive_variables);
  if (browse) await showInBrowser(context, plan.view);
  else context.io.stdout.write(renderPlan(context, plan.view, format, hint));
  return exitCode.fine;
}
