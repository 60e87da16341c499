import { targetKey } from "@wf/engine";
import type { Diagnostic } from "@wf/parser";
import type { Context } from "./context.ts";
import { exitCode } from "./exit-code.ts";
import type { VariableFlag } from "./load-configuration.ts";
import { type LoadedPlan, type PlanSettings, withPlan } from "./load-plan.ts";
import type { PlanRequest } from "./make-plan.ts";
import type { ReadFailure, ReadingEvent } from "./reading-event.ts";
import { tellUserError } from "./tell-user-error.ts";
import { UserError } from "./user-error.ts";

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

/** As `withPlan`, for who shows why there is no plan too; it is told on stderr all the same. */
export async function planOrFailure<T>(
  context: Context,
  variables: readonly VariableFlag[],
  request: PlanRequest,
  use: (loaded: LoadedPlan) => Promise<T>,
  settings: PlanSettings,
): Promise<T | FailedDirectory> {
  const seen: ReadingEvent[] = [];
  const onReading = (event: ReadingEvent): void => {
    seen.push(event);
    settings.onReading?.(event);
  };
  try {
    const used = await withPlan(context, variables, request, use, { ...settings, onReading });
    return used ?? failedDirectory(seen, undefined);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    tellUserError(context.io, context.err, error);
    return failedDirectory(seen, error);
  }
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
