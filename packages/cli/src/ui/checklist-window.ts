import type { Item } from "../doctor/doctor-state.ts";

/** The checks that have a place on the screen, in their order, and how many have not. */
export interface ChecklistWindow {
  readonly shown: readonly Item[];
  readonly hidden: number;
}

/** The totals, and a row that Ink needs below. */
const frameRows = 3;

/** A frame taller than the screen cannot be redrawn: what failed is shown first, then what is under way, then the rest. */
export function checklistWindow(
  items: readonly Item[],
  rows: number,
  heightOf: (item: Item) => number,
): ChecklistWindow {
  const chosen = new Set<Item>();
  const headings = new Set<string>();
  let left = Math.max(2, rows - frameRows);
  for (const item of items.toSorted((one, other) => rankOf(one) - rankOf(other))) {
    const { heading } = item.check;
    const height = heightOf(item) + (headings.has(heading) ? 0 : 1);
    if (height > left && chosen.size > 0) {
      if (left < 1) break;
      continue;
    }
    left -= height;
    chosen.add(item);
    headings.add(heading);
  }
  return { shown: items.filter((item) => chosen.has(item)), hidden: items.length - chosen.size };
}

function rankOf({ state }: Item): number {
  if (state === "running") return 1;
  if (state === "waiting") return 3;
  return { failed: 0, "not-made": 2, passed: 4, skipped: 5 }[state.kind];
}
