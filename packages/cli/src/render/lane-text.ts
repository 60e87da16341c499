import { assertNever } from "@wf/parser";
import type { Lane } from "../progress/progress-state.ts";
import { counted } from "./counted.ts";
import { failureHelp } from "./failure-help.ts";
import type { Theme } from "./theme.ts";
import { wrapWords } from "./wrap-words.ts";

/** What has become of a lane, as the end of a line that names it. */
export function laneVerdict(lane: Lane): string {
  const { status, step, stepsDone, titles } = lane;
  const steps = counted(titles.length, "step");
  const current = titles[step - 1] ?? "";
  switch (status) {
    case "done":
      return steps;
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

/** A failure in full: where, the reason in AWS's words, and what to do about it; wrapped where there is a width. */
export function renderFailure(lane: Lane, theme: Theme, width = Infinity): string {
  const where = lane.address === undefined ? lane.place : `${lane.place}, ${lane.address},`;
  const { failure } = lane;
  const head = `${theme.error("Error:")} ${theme.strong(`${where} ${laneVerdict(lane)}`)}`;
  if (failure === undefined) return head;
  const told = [failure.message, failureHelp[failure.reason]].flatMap((text) => wrapWords(text, width - 2));
  return [`${head} ${theme.faint(`[${failure.reason}]`)}`, ...told.map((line) => `  ${line}`)].join("\n");
}
