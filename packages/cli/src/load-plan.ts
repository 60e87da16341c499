import type { Configuration, OutputDeclaration, VariableValue } from "@wf/parser";
import { type Connection, connect } from "./connect.ts";
import type { Context } from "./context.ts";
import { loadConfiguration, type VariableFlag } from "./load-configuration.ts";
import { makePlan, type PlannedRun, type PlanRequest, type Waiting } from "./make-plan.ts";
import { renderReadFailures } from "./render/failures-text.ts";
import { reportDiagnostics } from "./report.ts";

/** A plan with all that a command goes on with. */
export interface LoadedPlan extends PlannedRun {
  readonly configuration: Configuration;
  readonly outputs: readonly OutputDeclaration[];
  readonly variables: readonly VariableValue[];
  readonly connection: Connection;
}

/**
 * Reads the configuration and the regions, plans, and hands the plan to `use`; the connection is closed after it.
 * What stands in the way is told on stderr, and the result is undefined.
 */
export async function withPlan<T>(
  context: Context,
  variables: readonly VariableFlag[],
  request: PlanRequest,
  use: (loaded: LoadedPlan) => Promise<T>,
  waiting?: Waiting,
): Promise<T | undefined> {
  const loaded = await loadConfiguration(context, variables, "refuse");
  if (!reportDiagnostics(context, loaded.diagnostics) || loaded.value.configuration === undefined)
    return undefined;
  const { configuration, outputs } = loaded.value;
  const connection = await connect(context, configuration, request);
  try {
    const planned = await makePlan(configuration, connection, request, waiting);
    if ("failures" in planned) {
      context.io.stderr.write(renderReadFailures(planned.failures, context.err));
      return undefined;
    }
    return await use({
      ...planned.run,
      configuration,
      outputs,
      variables: loaded.value.variables,
      connection,
    });
  } finally {
    await connection.close();
  }
}
