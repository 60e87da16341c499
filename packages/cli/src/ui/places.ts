import type { Outline, OutlineLine } from "./outline.ts";

/** A line of an outline: 0 is the entry's head, the others are beneath it. */
export interface Place {
  readonly entry: number;
  readonly line: number;
}

/** Which entries are open. */
export type Opened = ReadonlySet<number>;

/** The line at a place. */
export function lineAt(outline: Outline, { entry, line }: Place): OutlineLine {
  return line === 0 ? outline.head(entry) : (outline.body(entry)[line - 1] ?? outline.head(entry));
}

/** The place so many rows further down, or up; never beyond the first and the last row. */
export function moved(outline: Outline, opened: Opened, from: Place, rows: number): Place {
  let { entry, line } = from;
  let left = Math.abs(rows);
  while (left > 0) {
    if (rows > 0) {
      const height = heightOf(outline, opened, entry);
      const step = Math.min(left, height - 1 - line);
      line += step;
      left -= step;
      if (left === 0 || entry + 1 >= outline.entries.length) break;
      entry += 1;
      line = 0;
    } else {
      const step = Math.min(left, line);
      line -= step;
      left -= step;
      if (left === 0 || entry === 0) break;
      entry -= 1;
      line = heightOf(outline, opened, entry) - 1;
    }
    left -= 1;
  }
  return { entry, line };
}

/** The last row. */
export function lastPlace(outline: Outline, opened: Opened): Place {
  const entry = Math.max(0, outline.entries.length - 1);
  return { entry, line: heightOf(outline, opened, entry) - 1 };
}

/** A place that is there, as near as may be: an entry that was folded, or laid out anew, has fewer lines. */
export function clamped(outline: Outline, opened: Opened, { entry, line }: Place): Place {
  return { entry, line: Math.min(line, heightOf(outline, opened, entry) - 1) };
}

/** The first row of a window of so many rows that shows the cursor, moved from where it was as little as may be. */
export function scrolled(
  outline: Outline,
  opened: Opened,
  view: { readonly top: Place; readonly cursor: Place },
  rows: number,
): Place {
  const top = clamped(outline, opened, view.top);
  const cursor = clamped(outline, opened, view.cursor);
  if (isBefore(cursor, top)) return cursor;
  const highest = moved(outline, opened, cursor, 1 - rows);
  const shown = isBefore(top, highest) ? highest : top;
  // Nothing is left blank below the last row where there are rows above that could be shown.
  const lowest = moved(outline, opened, lastPlace(outline, opened), 1 - rows);
  return isBefore(lowest, shown) ? lowest : shown;
}

/** The places of a window's rows. */
export function placesFrom(outline: Outline, opened: Opened, top: Place, rows: number): readonly Place[] {
  const places: Place[] = [];
  let { entry, line } = top;
  while (places.length < rows && entry < outline.entries.length) {
    places.push({ entry, line });
    line += 1;
    if (line < heightOf(outline, opened, entry)) continue;
    entry += 1;
    line = 0;
  }
  return places;
}

/** Whether one place stands above another. */
function isBefore(one: Place, other: Place): boolean {
  return one.entry < other.entry || (one.entry === other.entry && one.line < other.line);
}

function heightOf(outline: Outline, opened: Opened, entry: number): number {
  return entry < outline.entries.length && opened.has(entry) ? outline.body(entry).length + 1 : 1;
}
