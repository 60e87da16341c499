import {
  describePlan,
  type PlanScope,
  type PlanView,
  type RunHistory,
  type Target,
  targetKey,
  unnamedTargets,
} from "@wf/engine";
import {
  type Diagnostic,
  hasErrors,
  knownRegions,
  type OutputDeclaration,
  type VariableValue,
} from "@wf/parser";
import { type Connection, connect } from "./connect.ts";
import type { Context } from "./context.ts";
import { loadConfiguration, type VariableFlag } from "./load-configuration.ts";
import { makePlan, type PlannedRun, type PlanRequest, type Waiting, wantedTargets } from "./make-plan.ts";
import { duration } from "./render/duration.ts";
import { renderReadFailures } from "./render/failures-text.ts";
import { printable } from "./render/printable.ts";
import type { ReadingEvent } from "./reading-event.ts";
import { reportDiagnostics } from "./report.ts";
import { previousRuns, runsThatCarried } from "./runs-directory.ts";
import { withInstances } from "./with-instances.ts";

/** A plan with all that a command goes on with. */
export interface LoadedPlan extends PlannedRun {
  /** What was asked for, every address that of one workforce. */
  readonly request: PlanRequest;
  /** As it is shown, with the warnings of its configuration. */
  readonly view: PlanView;
  readonly outputs: readonly OutputDeclaration[];
  readonly variables: readonly VariableValue[];
  readonly connection: Connection;
  /** The warnings of its configuration. */
  readonly diagnostics: readonly Diagnostic[];
  /** The runs before this one, the newest first; for who only looks, where they could tell something. */
  readonly runs: readonly RunHistory[];
}

/** How a plan is made, beside what is asked of it. */
export interface PlanSettings {
  /** It is to be carried out: how long to wait for what AWS is at work on. */
  readonly waiting?: Waiting;
  /** It will never be carried out: nothing is asked but what differs. */
  readonly compareOnly?: true;
  /** Told of what is read, as it is read. */
  readonly onReading?: (event: ReadingEvent) => void;
}

/**
 * Reads the configuration and the regions, plans, and hands the plan to `use`; the connection is closed after it.
 * What stands in the way is told on stderr, and the result is undefined. With `waiting`, the targets are locked from
 * before they are read until `use` is done, so that nothing is carried out that was planned on what another run left.
 */
export async function withPlan<T>(
  context: Context,
  variables: readonly VariableFlag[],
  typed: PlanRequest,
  use: (loaded: LoadedPlan) => Promise<T>,
  settings?: PlanSettings,
): Promise<T | undefined> {
  const loaded = await loadConfiguration(context, variables, "refuse");
  const { configuration, outputs, stack } = loaded.value;
  const onReading = tellingRetries(context, settings?.onReading);
  onReading({ kind: "configuration-read", stack, diagnostics: loaded.diagnostics });
  if (configuration === undefined || hasErrors(loaded.diagnostics)) {
    reportDiagnostics(context, loaded.diagnostics);
    return undefined;
  }
  const request = withInstances(configuration, typed);
  const wanted = wantedTargets(configuration, request);
  const elsewhere = request.allRegions ? unnamedTargets(configuration, knownRegions) : [];
  const connection = await connect(context, configuration, request);
  let unlock: (() => void) | undefined;
  try {
    const waiting = settings?.waiting;
    if (waiting !== undefined) {
      unlock = await lock(context, [...wanted.map(({ target }) => target), ...elsewhere], connection);
    }
    const carriedOnly = waiting === undefined && request.replace.length === 0;
    const runs = await (carriedOnly ? runsThatCarried : previousRuns)(context);
    const compareOnly = settings?.compareOnly === true;
    const asked = { request, wanted, elsewhere, runs, compareOnly, onReading };
    const planned = await makePlan(configuration, connection, asked, waiting);
    if ("failures" in planned) {
      context.io.stderr.write(renderReadFailures(planned.failures, context.err));
      return undefined;
    }
    return await use({
      ...planned.run,
      request,
      view: describePlan(planned.run.plan, loaded.diagnostics, scopeOf(request)),
      outputs,
      variables: loaded.value.variables,
      connection,
      diagnostics: loaded.diagnostics,
      runs,
    });
  } finally {
    await connection.close();
    unlock?.();
  }
}

function scopeOf({ allRegions, destroy, targets }: PlanRequest): PlanScope {
  return { destroy, reach: allRegions ? "everywhere" : targets.length > 0 ? "targets" : "named" };
}

/** What it takes to lock is loaded only where something is about to be carried out. */
async function lock(
  context: Context,
  targets: readonly Target[],
  connection: Connection,
): Promise<() => void> {
  const { lockTargets } = await import("./lock-targets.ts");
  return lockTargets(context, targets, connection);
}

/** Passes events on, and tells on stderr where AWS makes a region's reading wait, once for each. */
function tellingRetries(
  context: Context,
  onReading: PlanSettings["onReading"] = () => {},
): (event: ReadingEvent) => void {
  const told = new Set<string>();
  return (event) => {
    onReading(event);
    if (event.kind !== "target-retrying" || told.has(targetKey(event.target))) return;
    told.add(targetKey(event.target));
    const again = context.err.warning(`again in ${duration(event.delayMilliseconds)}:`);
    context.io.stderr.write(
      `${printable(event.target.region)} is read ${again} ${printable(event.reason)}\n`,
    );
  };
}
