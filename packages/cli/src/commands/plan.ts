import type { PlanView } from "@wf/engine";
import type { Context } from "../context.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import type { VariableFlag } from "../load-configuration.ts";
import { withPlan } from "../load-plan.ts";
import type { PlanRequest } from "../make-plan.ts";
import { renderPlanJson } from "../render/plan-json.ts";
import { renderPlanText } from "../render/plan-text.ts";
import { savePlan } from "../save-plan.ts";

export interface PlanCommandOptions {
  readonly variables: readonly VariableFlag[];
  readonly request: PlanRequest;
  readonly out: string | undefined;
  readonly detailedExitcode: boolean;
  readonly format: "text" | "json";
}

/** Shows what would happen; saves it if asked to. A refused plan is shown too, and is an error. */
export async function planCommand(context: Context, options: PlanCommandOptions): Promise<ExitCode> {
  const code = await withPlan(context, options.variables, options.request, async (loaded) => {
    const { view } = loaded;
    context.io.stdout.write(renderPlan(context, view, options.format));
    if (view.outcome === "refused") return exitCode.error;
    if (options.out !== undefined) {
      await savePlan(context, options.out, loaded, options.request, view);
      if (options.format === "text") {
        context.io.stdout.write(
          `\nSaved to ${options.out}. To carry out exactly this:\n\n  wf apply ${options.out}\n`,
        );
      }
    }
    return view.outcome !== "no-changes" && options.detailedExitcode ? exitCode.changes : exitCode.fine;
  });
  return code ?? exitCode.error;
}

/** A plan in one of the formats that can be asked for. */
export function renderPlan(context: Context, view: PlanView, format: "text" | "json"): string {
  return format === "json" ? renderPlanJson(view) : renderPlanText(view, context.out, context.width);
}
