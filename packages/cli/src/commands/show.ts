import type { Context } from "../context.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { loadPlanFile } from "../save-plan.ts";
import { renderPlan } from "./plan.ts";

/** Prints a saved plan. */
export async function show(context: Context, file: string, format: "text" | "json"): Promise<ExitCode> {
  const { view } = await loadPlanFile(context, file);
  context.io.stdout.write(renderPlan(context, view, format));
  return exitCode.fine;
}
