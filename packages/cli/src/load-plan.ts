import { describePlan, type PlanView, type RunHistory, type Target } from "@wf/engine";
import { hasErrors, type OutputDeclaration, type VariableValue } from "@wf/parser";
import { type Connection, connect } from "./connect.ts";
import type { Context } from "./context.ts";
import { loadConfiguration, type VariableFlag } from "./load-configuration.ts";
import { makePlan, type PlannedRun, type PlanRequest, type Waiting, wantedTargets } from "./make-plan.ts";
import { renderReadFailures } from "./render/failures-text.ts";
import { reportDiagnostics } from "./report.ts";
import { previousRuns, runsThatCarried } from "./runs-directory.ts";

/** A plan with all that a command goes on with. */
export interface LoadedPlan extends PlannedRun {
  /** As it is shown, with the warnings of its configuration. */
  readonly view: PlanView;
  readonly outputs: readonly OutputDeclaration[];
  readonly variables: readonly VariableValue[];
  readonly connection: Connection;
  /** The runs before this one, the newest first; for who only looks, those that a carried team could come from. */
  readonly runs: readonly RunHistory[];
}

/** How a plan that is to be carried out differs from one that is only looked at. */
export interface PlanSettings {
  readonly waiting: Waiting;
}

/**
 * Reads the configuration and the regions, plans, and hands the plan to `use`; the connection is closed after it.
 * What stands in the way is told on stderr, and the result is undefined. With `settings`, the targets are locked from
 * before they are read until `use` is done, so that nothing is carried out that was planned on what another run left.
 */
export async function withPlan<T>(
  context: Context,
  variables: readonly VariableFlag[],
  request: PlanRequest,
  use: (loaded: LoadedPlan) => Promise<T>,
  settings?: PlanSettings,
): Promise<T | undefined> {
  const loaded = await loadConfiguration(context, variables, "refuse");
  const { configuration, outputs } = loaded.value;
  if (configuration === undefined || hasErrors(loaded.diagnostics)) {
    reportDiagnostics(context, loaded.diagnostics);
    return undefined;
  }
  const wanted = wantedTargets(configuration, request);
  const unlock =
    settings === undefined
      ? undefined
      : await lock(
          context,
          wanted.map(({ target }) => target),
        );
  const connection = await connect(context, configuration, request);
  try {
    const runs = await (settings === undefined ? runsThatCarried : previousRuns)(context);
    const planned = await makePlan(configuration, connection, { request, wanted, runs }, settings?.waiting);
    if ("failures" in planned) {
      context.io.stderr.write(renderReadFailures(planned.failures, context.err));
      return undefined;
    }
    return await use({
      ...planned.run,
      view: describePlan(planned.run.plan, loaded.diagnostics),
      outputs,
      variables: loaded.value.variables,
      connection,
      runs,
    });
  } finally {
    await connection.close();
    await unlock?.();
  }
}

/** What it takes to lock is loaded only where something is about to be carried out. */
async function lock(context: Context, targets: readonly Target[]): Promise<() => Promise<void>> {
  const { lockTargets } = await import("./lock-targets.ts");
  return lockTargets(context, targets);
}
