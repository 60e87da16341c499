import { type PlanView, targetKey } from "@wf/engine";
import type { Diagnostic } from "@wf/parser";
import { newPlanHint, savedPlanHint } from "./apply-hint.ts";
import type { Context } from "./context.ts";
import { type Deniable, whyDenied } from "./deny.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import type { VariableFlag } from "./load-configuration.ts";
import { type LoadedPlan, withPlan } from "./load-plan.ts";
import type { PlanRequest } from "./make-plan.ts";
import type { ReadFailure, ReadingEvent } from "./reading-event.ts";
import type { ApplyHint } from "./render/plan-markdown.ts";
import { tellUserError } from "./tell-user-error.ts";
import { UserError } from "./user-error.ts";

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

/** Why there is no plan of a directory. */
export interface FailedDirectory {
  readonly outcome: "failed";
  /** The stack's name, as far as it is known. */
  readonly stack: string | undefined;
  /** What is wrong with the configuration. */
  readonly diagnostics: readonly Diagnostic[];
  /** Regions that could not be read, in order. */
  readonly unread: readonly ReadFailure[];
  /** What else stands in the way. */
  readonly error: UserError | undefined;
  readonly code: typeof exitCode.error;
  readonly denied: undefined;
}

/** Plans the context's directory and saves the plan if asked to; what stands in the way is told on stderr too. */
export async function planDirectory(
  context: Context,
  settings: PlanSettings,
  onReading: (event: ReadingEvent) => void = () => {},
): Promise<PlannedDirectory | FailedDirectory> {
  const seen: ReadingEvent[] = [];
  const listen = (event: ReadingEvent): void => {
    seen.push(event);
    onReading(event);
  };
  try {
    const planned = await withPlan(
      context,
      settings.variables,
      settings.request,
      async (loaded) => finishPlan(context, settings, loaded),
      { onReading: listen },
    );
    return planned ?? failedDirectory(seen, undefined);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    tellUserError(context.io, context.err, error);
    return failedDirectory(seen, error);
  }
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
    await savePlan(context, out, loaded, settings.request, view);
  }
  const code = bad ? exitCode.error : changes ? exitCode.changes : exitCode.fine;
  return { outcome: "planned", view, hint: hintOf(context, settings, loaded), code, denied, saved };
}

function failedDirectory(seen: readonly ReadingEvent[], error: UserError | undefined): FailedDirectory {
  const read = seen.find((event) => event.kind === "configuration-read");
  return {
    outcome: "failed",
    stack: read?.stack,
    diagnostics: read?.diagnostics ?? [],
    unread: seen
      .filter((event) => event.kind === "target-unread")
      .toSorted((left, right) => (targetKey(left.target) < targetKey(right.target) ? -1 : 1)),
    error,
    code: exitCode.error,
    denied: undefined,
  };
}

function hintOf(context: Context, { out, request }: PlanSettings, { variables }: LoadedPlan): ApplyHint {
  const given = variables.filter((variable) => variable.given);
  if (out === undefined)
    return newPlanHint(
      context,
      request,
      given.map(({ name }) => name),
    );
  const sensitive = given.filter((variable) => variable.sensitive);
  return savedPlanHint(
    context,
    out,
    sensitive.map(({ name }) => name),
  );
}
