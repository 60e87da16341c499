import { failureHelp } from "../render/failure-help.ts";
import { laneVerdict } from "../render/lane-text.ts";
import { wrapWords } from "../render/wrap-words.ts";
import { laneIndent, type LaneLayout } from "./lane-name.tsx";
import type { Lane, ProgressState } from "../progress/progress-state.ts";
import { lanesThatAre } from "../progress/progress-totals.ts";

/** A terminal's size in cells. */
export interface ScreenSize {
  readonly columns: number;
  readonly rows: number;
}

/** The lanes that have a place on the screen, and how many have not. */
export interface LaneWindow {
  readonly running: readonly Lane[];
  readonly hiddenRunning: number;
  readonly failed: readonly Lane[];
  readonly hiddenFailed: number;
}

/** The bar, the hint, the lines on what is hidden, and blank lines between them. */
const frameRows = 8;

/** A frame taller than the screen cannot be redrawn: failures may take half of it, the lanes at work the rest. */
export function fitLanes(state: ProgressState, rows: number, layout: LaneLayout): LaneWindow {
  const free = Math.max(2, rows - frameRows);
  const failed = lanesThatAre(state, "failed").toReversed();
  const running = lanesThatAre(state, "running");
  const shownFailed = fitting(failed, Math.floor(free / 2), (lane) => failureRows(lane, layout.columns));
  const taken = shownFailed.reduce((sum, lane) => sum + failureRows(lane, layout.columns), 0);
  const shownRunning = fitting(running, free - taken, () => (layout.wide ? 1 : 2));
  return {
    running: shownRunning,
    hiddenRunning: running.length - shownRunning.length,
    failed: shownFailed.toReversed(),
    hiddenFailed: failed.length - shownFailed.length,
  };
}

/** The first lanes that fit, and at least one. */
function fitting(lanes: readonly Lane[], rows: number, heightOf: (lane: Lane) => number): readonly Lane[] {
  let left = rows;
  const end = lanes.findIndex((lane, index) => {
    left -= heightOf(lane);
    return left < 0 && index > 0;
  });
  return end === -1 ? lanes : lanes.slice(0, end);
}

function failureRows(lane: Lane, columns: number): number {
  const { failure } = lane;
  const told = failure === undefined ? [] : [failure.message, failureHelp[failure.reason]];
  const texts = [laneVerdict(lane), ...told];
  return texts.reduce((sum, text) => sum + wrapWords(text, columns - laneIndent).length, 1);
}
