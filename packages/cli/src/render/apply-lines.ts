import { type ApplyEvent, type PlanView } from "@wf/engine";
import { assertNever } from "@wf/parser";
import {
  initialProgress,
  type Lane,
  laneAt,
  progress,
  type ProgressState,
} from "../progress/progress-state.ts";
import { applySummary, type RunTold, toldAsApply } from "./apply-summary.ts";
import { padded, widest } from "./columns.ts";
import { counted } from "./counted.ts";
import { duration } from "./duration.ts";
import { renderFailure } from "./lane-text.ts";
import { printable } from "./printable.ts";
import type { Theme } from "./theme.ts";

/**
 * Tells a run in lines for a log: what it returns turns each event into a line, or several, without the last newline;
 * undefined where there is nothing new to say.
 *
 * @example
 * const lineOf = eventLines(describePlan(plan), theme(false));
 * for await (const event of apply(plan, ports, options, signal)) {
 *   const line = lineOf(event);
 *   if (line !== undefined) io.stdout.write(`${line}\n`);
 * }
 */
export function eventLines(
  view: PlanView,
  theme: Theme,
  run: RunTold = toldAsApply,
): (event: ApplyEvent) => string | undefined {
  let state = initialProgress(view, 0);
  const width = widest(state.lanes.map(({ place }) => place));
  return (event) => {
    const before = state;
    state = progress(before, event);
    return event.kind === "apply-finished"
      ? `\n${applySummary(state, theme, { run })}`
      : renderEvent(event, before, state, width, theme);
  };
}

function renderEvent(
  event: Exclude<ApplyEvent, { kind: "apply-finished" }>,
  before: ProgressState,
  after: ProgressState,
  width: number,
  theme: Theme,
): string | undefined {
  if (event.kind === "apply-started")
    return `Applying ${counted(event.steps, "step")} in ${counted(event.targets, "region")}.\n`;
  const lane = laneAt(after, event.target);
  if (lane === undefined) return undefined;
  const line = (step: number, text: string): string => {
    const digits = String(lane.titles.length).length;
    const at = `${String(step).padStart(digits)}/${lane.titles.length}`.padStart(5);
    return `${padded(lane.place, width)}  ${theme.faint(at)}  ${text}`;
  };
  switch (event.kind) {
    case "target-started":
      return undefined;
    case "step-started":
      return line(event.step, `${titleOf(lane, event.step)} …`);
    case "step-waiting": {
      if (laneAt(before, event.target)?.waitingStatus === lane.waitingStatus) return undefined;
      return line(event.step, `${titleOf(lane, event.step)} … ${lane.waitingStatus}`);
    }
    case "step-retrying": {
      const pause = event.delayMilliseconds === 0 ? "" : ` in ${duration(event.delayMilliseconds)}`;
      const again = theme.warning(`again${pause}, after attempt ${event.attempt}:`);
      return line(event.step, `${titleOf(lane, event.step)} … ${again} ${printable(event.reason)}`);
    }
    case "step-finished": {
      const took = `${theme.good("done")} in ${duration(event.elapsedMilliseconds)}`;
      return line(event.step, `${titleOf(lane, event.step)} … ${took}`);
    }
    case "target-finished": {
      const what = lane.address === undefined ? "" : `${lane.address}: `;
      const took = `${counted(lane.stepsDone, "step")} in ${duration(event.elapsedMilliseconds)}`;
      return line(lane.stepsDone, `${what}${theme.good("all done")}, ${took}`);
    }
    case "rollback-started":
      return line(lane.step, theme.warning("failed for good: putting back what was deleted …"));
    case "rollback-finished":
      return line(
        lane.step,
        event.failure === undefined
          ? theme.good("what was deleted is back")
          : `${theme.error("what was deleted is not back:")} ${printable(event.failure.message)}`,
      );
    case "target-failed":
      return renderFailure(lane, theme);
    case "target-stopped":
      return line(lane.stepsDone, theme.warning("stopped; nothing more is sent"));
    default:
      return assertNever(event);
  }
}

function titleOf(lane: Lane, step: number): string {
  return lane.titles[step - 1] ?? "";
}
