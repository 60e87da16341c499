import { describeDrift, type DriftView } from "@wf/engine";
import { assertNever } from "@wf/parser";
import type { Context } from "../context.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import type { VariableFlag } from "../load-configuration.ts";
import type { LoadedPlan } from "../load-plan.ts";
import type { PlanRequest } from "../make-plan.ts";
import { placeOf } from "../place-of.ts";
import type { PlanFormat } from "../plan-format.ts";
import { planOrFailure } from "../plan-or-failure.ts";
import { renderDriftJson } from "../render/drift-json.ts";
import { renderFailureMarkdown } from "../render/failure-markdown.ts";
import { renderPlanMarkdown } from "../render/plan-markdown.ts";
import { renderPlanText } from "../render/plan-text.ts";

export interface DriftOptions {
  readonly variables: readonly VariableFlag[];
  readonly request: PlanRequest;
  readonly format: PlanFormat;
}

/** Tells a scheduler whether what is live is what the configuration says: 0, or 2 where it is not. */
export async function drift(context: Context, options: DriftOptions): Promise<ExitCode> {
  const { request, format, variables } = options;
  const result = await planOrFailure(
    context,
    variables,
    request,
    (loaded) => compare(context, loaded, format),
    {
      compareOnly: true,
    },
  );
  if (result.outcome === "failed" && format === "markdown") {
    context.io.stdout.write(renderFailureMarkdown(result, placeOf(context), "drift"));
  }
  return result.code;
}

interface Compared {
  readonly outcome: "compared";
  readonly code: ExitCode;
}

function compare(context: Context, { diagnostics, plan }: LoadedPlan, format: PlanFormat): Promise<Compared> {
  const view = describeDrift(plan, diagnostics);
  context.io.stdout.write(renderDrift(context, view, format));
  const still = view.outcome === "refused" ? exitCode.error : exitCode.fine;
  return Promise.resolve({ outcome: "compared", code: view.drift ? exitCode.changes : still });
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
