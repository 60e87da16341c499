import { assertNever, describeDrift, type DriftView } from "@wf/engine";
import type { Context } from "../context.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import type { VariableFlag } from "../load-configuration.ts";
import { withPlan } from "../load-plan.ts";
import type { PlanRequest } from "../make-plan.ts";
import { placeOf } from "../place-of.ts";
import type { PlanFormat } from "../plan-format.ts";
import { renderDriftJson } from "../render/drift-json.ts";
import { renderPlanMarkdown } from "../render/plan-markdown.ts";
import { renderPlanText } from "../render/plan-text.ts";

export interface DriftOptions {
  readonly variables: readonly VariableFlag[];
  readonly request: PlanRequest;
  readonly format: PlanFormat;
}

/** Tells a scheduler whether what is live is what the configuration says: 0, or 2 where it is not. */
export async function drift(context: Context, options: DriftOptions): Promise<ExitCode> {
  const code = await withPlan(
    context,
    options.variables,
    options.request,
    (loaded) => {
      const view = describeDrift(loaded.plan, loaded.diagnostics);
      context.io.stdout.write(renderDrift(context, view, options.format));
      if (view.drift) return Promise.resolve(exitCode.changes);
      return Promise.resolve(view.outcome === "refused" ? exitCode.error : exitCode.fine);
    },
    { compareOnly: true },
  );
  return code ?? exitCode.error;
}

function renderDrift(context: Context, view: DriftView, format: PlanFormat): string {
  switch (format) {
    case "text":
      return renderPlanText(view, context.out, context.width);
    case "markdown":
      return renderPlanMarkdown(view, { place: placeOf(context), shown: "drift" });
    case "json":
      return renderDriftJson(view);
    default:
      return assertNever(format);
  }
}
