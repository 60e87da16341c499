import type { PlanView } from "@wf/engine";
import { newPlanHint, savedPlanHint } from "./apply-hint.ts";
import { givenVariables } from "./given-variables.ts";
import type { Context } from "./context.ts";
import { type Deniable, whyDenied } from "./deny.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import type { VariableFlag } from "./load-configuration.ts";
import type { LoadedPlan } from "./load-plan.ts";
import type { PlanRequest } from "./make-plan.ts";
import { type FailedDirectory, planOrFailure } from "./plan-or-failure.ts";
import type { ReadingEvent } from "./reading-event.ts";
import type { ApplyHint } from "./render/plan-markdown.ts";

export interface PlanSettings {
  readonly variables: readonly VariableFlag[];
  readonly request: PlanRequest;
  readonly out: string | undefined;
  readonly detailedExitcode: boolean;
  /** What the plan must not hold. */
  readonly deny: readonly Deniable[];
}

/** A plan of one directory, and what it comes to. */
export interface PlannedDirectory {
  readonly outcome: "planned";
  readonly view: PlanView;
  readonly hint: ApplyHint;
  readonly code: ExitCode;
  /** Why a gate is closed. */
  readonly denied: string | undefined;
  readonly saved: boolean;
}

/** Plans the context's directory and saves the plan if asked to; what stands in the way is told on stderr too. */
export async function planDirectory(
  context: Context,
  settings: PlanSettings,
  onReading?: (event: ReadingEvent) => void,
): Promise<PlannedDirectory | FailedDirectory> {
  return planOrFailure(
    context,
    settings.variables,
    settings.request,
    async (loaded) => finishPlan(context, settings, loaded),
    onReading === undefined ? {} : { onReading },
  );
}

async function finishPlan(
  context: Context,
  settings: PlanSettings,
  loaded: LoadedPlan,
): Promise<PlannedDirectory> {
  const { view } = loaded;
  const { deny, detailedExitcode, out } = settings;
  const denied = whyDenied(view, deny);
  const bad = view.outcome === "refused" || denied !== undefined;
  const changes = view.outcome !== "no-changes" && detailedExitcode;
  const saved = out !== undefined && !bad;
  if (saved) {
    const { savePlan } = await import("./save-plan.ts");
    await savePlan(context, out, loaded, view);
  }
  const code = bad ? exitCode.error : changes ? exitCode.changes : exitCode.fine;
  return { outcome: "planned", view, hint: hintOf(context, settings, loaded), code, denied, saved };
}

function hintOf(context: Context, { out, request }: PlanSettings, loaded: LoadedPlan): ApplyHint {
  if (out === undefined)
    return newPlanHint(context, request, names(loaded.variables.filter((variable) => variable.given)));
  return savedPlanHint(context, out, names(givenVariables(loaded.variables, loaded.configuration).hidden));
}

function names(variables: LoadedPlan["variables"]): readonly string[] {
  return variables.map(({ name }) => name);
}
