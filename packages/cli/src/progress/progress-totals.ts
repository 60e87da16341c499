import type { Lane, LaneStatus, ProgressState } from "./progress-state.ts";

/** How far a run is. */
export interface ProgressTotals extends Readonly<Record<LaneStatus, number>> {
  readonly targets: number;
  readonly steps: number;
  readonly stepsDone: number;
}

/** Counts the lanes by what has become of them, and the steps. */
export function totalsOf({ lanes }: ProgressState): ProgressTotals {
  const totals = {
    waiting: 0,
    running: 0,
    done: 0,
    failed: 0,
    stopped: 0,
    targets: 0,
    steps: 0,
    stepsDone: 0,
  };
  for (const lane of lanes) {
    totals[lane.status] += 1;
    totals.targets += 1;
    totals.steps += lane.titles.length;
    totals.stepsDone += lane.stepsDone;
  }
  return totals;
}

/** The lanes with a status, in the plan's order. */
export function lanesThatAre(state: ProgressState, ...statuses: readonly LaneStatus[]): readonly Lane[] {
  return state.lanes.filter((lane) => statuses.includes(lane.status));
}
