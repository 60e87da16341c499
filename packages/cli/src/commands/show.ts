import type { Context } from "../context.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { savedPlanHint } from "../apply-hint.ts";
import { loadPlanFile } from "../save-plan.ts";
import type { PlanFormat } from "../plan-format.ts";
import { renderPlan } from "./plan.ts";

/** Prints a saved plan. */
export async function show(context: Context, file: string, format: PlanFormat): Promise<ExitCode> {
  const plan = await loadPlanFile(context, file);
  const hint = savedPlanHint(context, file, plan.sensitive_variables);
  context.io.stdout.write(renderPlan(context, plan.view, format, hint));
  return exitCode.fine;
}
