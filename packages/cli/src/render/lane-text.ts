import { assertNever } from "@wf/engine";
import type { Lane } from "../ui/progress-state.ts";
import { counted } from "./counted.ts";
import { duration } from "./duration.ts";
import { failureHelp } from "./failure-help.ts";
import type { Theme } from "./theme.ts";

/** What has become of a lane, as the end of a line that names it. */
export function laneVerdict(lane: Lane): string {
  const { elapsed, status, step, stepsDone, titles } = lane;
  const steps = counted(titles.length, "step");
  const current = titles[step - 1] ?? "";
  switch (status) {
    case "done":
      return elapsed === undefined ? steps : `${steps} in ${duration(elapsed)}`;
    case "failed":
      return `failed at step ${step} of ${titles.length}, ${current}`;
    case "stopped":
      return stepsDone === 0 ? `not begun, of ${steps}` : `stopped after ${stepsDone} of ${steps}`;
    case "running":
      return step === 0 ? `not begun, of ${steps}` : `left at step ${step} of ${titles.length}, ${current}`;
    case "waiting":
      return `not begun, of ${steps}`;
    default:
      return assertNever(status);
  }
}

/** A failure in full: where, the reason in AWS's words, and what to do about it. */
export function renderFailure(lane: Lane, theme: Theme): string {
  const where = lane.address === undefined ? lane.place : `${lane.place}, ${lane.address},`;
  const { failure } = lane;
  const head = `${theme.error("Error:")} ${theme.strong(`${where} ${laneVerdict(lane)}`)}`;
  if (failure === undefined) return head;
  return `${head} ${theme.faint(`[${failure.reason}]`)}\n  ${failure.message}\n  ${failureHelp[failure.reason]}`;
}
