import { type ApplyEvent, type LiveRegion, type PlanView, type Target, targetKey } from "@wf/engine";
import { toPlain } from "@wf/parser";
import { commandAgain, rollbackCommand } from "./apply-hint.ts";
import type { Context } from "./context.ts";
import { isInteractive } from "./io.ts";
import type { LoadedPlan } from "./load-plan.ts";
import type { PlanRequest } from "./make-plan.ts";
import type { ReadFailure } from "./reading-event.ts";
import { readLiveOutputs } from "./read-outputs.ts";
import { eventLines } from "./render/apply-lines.ts";
import type { RunTold } from "./render/apply-summary.ts";
import { eventJson, outputsLine } from "./render/event-json.ts";
import type { EventLine } from "./render/event-schema.ts";
import { type ShownOutput, renderOutputs } from "./render/outputs-text.ts";
import { regionOf } from "./render/place-list.ts";
import { failureErrors, renderReadFailures } from "./render/failures-text.ts";
import { errorLine, planLine } from "./render/plan-event-lines.ts";
import { printable } from "./render/printable.ts";
import { shellLine } from "./render/shell-line.ts";
import { renderPlanText } from "./render/plan-text.ts";
import { stopOnSignal } from "./stop-on-signal.ts";
import type { Lane } from "./progress/progress-state.ts";
import { withoutTargets } from "./progress/without-targets.ts";
import { writeEvent } from "./with-events.ts";

/** What belongs to a run beside its plan and its events. */
interface RunControl {
  /** Asks the run to end after its calls under way. */
  readonly stop: () => void;
  /** The targets of the plan that the person chose not to apply. */
  readonly leftOut: readonly Target[];
}

/** Shows a run: on a terminal, as lines of a log, or as data. */
export interface Presenter {
  readonly plan: (view: PlanView) => void;
  /** Follows a run to its end; whether everything was carried out. */
  readonly run: (view: PlanView, events: AsyncIterable<ApplyEvent>, control: RunControl) => Promise<boolean>;
  /** Shows the outputs as they are now, or why they cannot be read, which is no failure of the run. */
  readonly outputs: (loaded: LoadedPlan, parallelism: number) => Promise<void>;
}

/** The way to show a run that fits the output. */
export function presenterFor(
  context: Context,
  { json, ...asked }: RunAsked & { readonly json: boolean },
): Presenter {
  if (json) return jsonPresenter(context);
  const told = toldOf(context, asked);
  const lines = linesPresenter(context, told);
  return isInteractive(context.io) ? { ...lines, run: inkRun(context, told) } : lines;
}

/** What is carried out: what was asked of a plan, or a rollback. */
interface RunAsked {
  readonly request: PlanRequest;
  readonly rollback: boolean;
}

/** What continues a run asks for what is left: values of variables are not repeated, as they may be secret. */
function toldOf(context: Context, { request, rollback }: RunAsked): RunTold {
  if (rollback) return { kind: "rollback", command: () => shellLine(rollbackCommand(context)) };
  const command: RunTold["command"] = ({ lanes }) =>
    shellLine(commandAgain(context, whatIsLeft(request, lanes)));
  return { kind: request.destroy ? "destroy" : "apply", command };
}

/** The request without the secrets that were sent; whom a run has replaced is not replaced again, and the journal tells it. */
function whatIsLeft(request: PlanRequest, lanes: readonly Lane[]): PlanRequest {
  const done = lanes.filter(({ status }) => status === "done").map(({ address }) => address);
  return {
    ...request,
    rewriteSecret: request.rewriteSecret.filter((address) => !done.includes(printable(address))),
  };
}

function jsonPresenter(context: Context): Presenter {
  const write = (line: EventLine): void => writeEvent(context, line);
  return {
    plan: (view) => write(planLine(view)),
    run: async (_, events, { stop }) => follow(context, events, stop, (event) => write(eventJson(event))),
    outputs: async (loaded, parallelism) => {
      const { failures, outputs } = await readOutputs(loaded, parallelism);
      for (const error of failureErrors(failures)) write(errorLine(error));
      if (outputs.length > 0) write(outputsLine(outputs));
    },
  };
}

function linesPresenter(context: Context, told: RunTold): Presenter {
  const { io, out, width } = context;
  return {
    plan: (view) => void io.stdout.write(renderPlanText(view, out, width)),
    run: async (view, events, { stop }) => {
      io.stdout.write("\n");
      const lineOf = eventLines(view, out, told);
      return follow(context, events, stop, (event) => {
        const line = lineOf(event);
        if (line !== undefined) io.stdout.write(`${line}\n`);
      });
    },
    outputs: async (loaded, parallelism) => {
      const { failures, outputs } = await readOutputs(loaded, parallelism);
      io.stdout.write(renderOutputs(outputs, out));
      io.stderr.write(renderReadFailures(failures, context.err));
    },
  };
}

/** Ink is loaded only here, where there is a terminal. */
function inkRun(context: Context, told: RunTold): Presenter["run"] {
  return async (view, events, { leftOut, stop }) => {
    const { showProgress } = await import("./ui/run-progress.tsx");
    const outcome = { ok: false };
    await stopOnSignal(["SIGTERM"], stop, async () =>
      showProgress(
        context.io,
        withoutTargets(view, new Set(leftOut.map(targetKey))),
        watched(events, outcome),
        {
          onStop: stop,
          // The calls under way may or may not take effect; the next run reads what there is.
          onLeave: () => process.kill(process.pid, "SIGKILL"),
        },
        { colors: context.out, run: told, leftOut: leftOut.map(regionOf) },
      ),
    );
    return outcome.ok;
  };
}

async function* watched(
  events: AsyncIterable<ApplyEvent>,
  outcome: { ok: boolean },
): AsyncGenerator<ApplyEvent, void> {
  for await (const event of events) {
    if (event.kind === "apply-finished") outcome.ok = event.failed === 0 && event.stopped === 0;
    yield event;
  }
}

/** Hands every event on; an interrupt stops the run and says so, a second one leaves at once. */
async function follow(
  { io }: Context,
  events: AsyncIterable<ApplyEvent>,
  abort: () => void,
  onEvent: (event: ApplyEvent) => void,
): Promise<boolean> {
  const stop = (): void => {
    io.stderr.write("Stopping after the calls under way. Interrupt again to leave at once.\n");
    abort();
  };
  const outcome = { ok: false };
  await stopOnSignal(["SIGINT", "SIGTERM"], stop, async () => {
    for await (const event of watched(events, outcome)) onEvent(event);
  });
  return outcome.ok;
}

/** The outputs as they are after the run: the regions that it changed are read again. Nothing where no workforce is live. */
async function readOutputs(
  loaded: LoadedPlan,
  parallelism: number,
): Promise<{ readonly outputs: readonly ShownOutput[]; readonly failures: readonly ReadFailure[] }> {
  if (loaded.outputs.length === 0) return { outputs: [], failures: [] };
  const planned = new Map(loaded.plan.targets.map((each) => [each.address, each]));
  const workforces = loaded.configuration.workforces.filter(({ address }) => planned.has(address));
  const unchanged = new Map(
    loaded.plan.targets.flatMap(({ steps, target }) => {
      const live = steps.length === 0 ? loaded.live.get(target) : undefined;
      return live === undefined ? [] : [[targetKey(target), live] as const];
    }),
  );
  const read = async (target: Target): Promise<LiveRegion> =>
    unchanged.get(targetKey(target)) ?? loaded.connection.regionOf(target).read();
  const live = await readLiveOutputs({ ...loaded, workforces }, read, parallelism);
  const nothingLive = live.reasons.length === workforces.length;
  // What could not be read is told as such, not as known after an apply.
  const told = live.failures.length > 0 ? live.outputs.filter(({ known }) => known) : live.outputs;
  const shown = told.map(({ known, name, sensitive, value }) => ({
    name,
    sensitive,
    value: known && !sensitive ? toPlain(value) : undefined,
  }));
  return { outputs: nothingLive ? [] : shown, failures: live.failures };
}
