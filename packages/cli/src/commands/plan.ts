import { newPlanHint, savedPlanHint } from "../apply-hint.ts";
import { assertNever, type PlanView } from "@wf/engine";
import type { Context } from "../context.ts";
import { type Deniable, whyDenied } from "../deny.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import type { VariableFlag } from "../load-configuration.ts";
import { withPlan } from "../load-plan.ts";
import type { PlanRequest } from "../make-plan.ts";
import type { PlanFormat } from "../plan-format.ts";
import { renderPlanJson } from "../render/plan-json.ts";
import { type ApplyHint, renderPlanMarkdown } from "../render/plan-markdown.ts";
import { renderPlanText } from "../render/plan-text.ts";
import { savePlan } from "../save-plan.ts";
import { UserError } from "../user-error.ts";

export interface PlanCommandOptions {
  readonly variables: readonly VariableFlag[];
  readonly request: PlanRequest;
  readonly out: string | undefined;
  readonly detailedExitcode: boolean;
  /** What the plan must not hold. */
  readonly deny: readonly Deniable[];
  readonly format: PlanFormat;
}

/** Shows what would happen; saves it if asked to. A refused plan is shown too, and is an error. */
export async function planCommand(context: Context, options: PlanCommandOptions): Promise<ExitCode> {
  const code = await withPlan(context, options.variables, options.request, async (loaded) => {
    const { view } = loaded;
    const given = loaded.variables.filter((variable) => variable.given);
    const hint =
      options.out === undefined
        ? newPlanHint(
            context,
            options.request,
            given.map(({ name }) => name),
          )
        : savedPlanHint(
            context,
            options.out,
            given.filter((variable) => variable.sensitive).map(({ name }) => name),
          );
    context.io.stdout.write(renderPlan(context, view, options.format, hint));
    if (view.outcome === "refused") return exitCode.error;
    const denied = whyDenied(view, options.deny);
    if (denied !== undefined) {
      throw new UserError(denied, "Change what leads to it, or have it approved without --deny.");
    }
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
