import type { RecoverStep } from "../recover/recover-view.ts";

/** The steps around the one at which a run ended, and how many are left out. */
export interface StepWindow {
  readonly shown: readonly RecoverStep[];
  readonly doneAbove: number;
  readonly openBelow: number;
}

/** At most so many rows, those that say what is left out among them. */
export function stepWindow(steps: readonly RecoverStep[], rows: number): StepWindow {
  if (steps.length <= rows) return { shown: steps, doneAbove: 0, openBelow: 0 };
  const place = steps.findIndex(({ state }) => state !== "done");
  const end = place === -1 ? steps.length : place;
  const room = Math.max(1, rows - 2);
  const first = Math.max(0, Math.min(end - Math.floor(room / 2), steps.length - room));
  return {
    shown: steps.slice(first, first + room),
    doneAbove: first,
    openBelow: Math.max(0, steps.length - first - room),
  };
}
