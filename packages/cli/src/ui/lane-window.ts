import { failureHelp } from "../render/failure-help.ts";
import type { Lane, ProgressState } from "./progress-state.ts";
import { lanesThatAre } from "./progress-totals.ts";

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

/** From here on what a lane is doing fits beside its name. */
const wide = 100;

/** Whether a lane takes one row or two. */
export function isWide(columns: number): boolean {
  return columns >= wide;
}

/** The bar, the hint, the lines on what is hidden, and blank lines between them. */
const frameRows = 8;

/** A frame taller than the screen cannot be redrawn: failures may take half of it, the lanes at work the rest. */
export function fitLanes(state: ProgressState, size: ScreenSize): LaneWindow {
  const rows = Math.max(2, size.rows - frameRows);
  const failed = lanesThatAre(state, "failed").toReversed();
  const running = lanesThatAre(state, "running");
  const shownFailed = fitting(failed, Math.floor(rows / 2), (lane) => failureRows(lane, size.columns));
  const taken = shownFailed.reduce((sum, lane) => sum + failureRows(lane, size.columns), 0);
  const shownRunning = fitting(running, rows - taken, () => (isWide(size.columns) ? 1 : 2));
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

function failureRows({ failure }: Lane, columns: number): number {
  if (failure === undefined) return 2;
  const texts = [failure.message, failureHelp[failure.reason]];
  return 2 + texts.reduce((sum, text) => sum + Math.ceil((text.length + 1) / Math.max(1, columns - 12)), 0);
}
