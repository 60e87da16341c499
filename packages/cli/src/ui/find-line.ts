import type { Outline, OutlineEntry, OutlineLine } from "./outline.ts";
import type { Place } from "./places.ts";

/** What is looked for: entries that cannot hold it are not laid out. */
export interface Wanted {
  readonly inEntry: (entry: OutlineEntry) => boolean;
  readonly isLine: (line: OutlineLine) => boolean;
}

/** A text, wherever it stands; capital letters do not matter. */
export function textWanted(text: string): Wanted {
  const plain = text.toLowerCase();
  return { inEntry: () => true, isLine: (line) => line.plain.includes(plain) };
}

/** The first line of something that changes, or of a warning or a refusal. */
export const landmarksWanted = {
  change: { inEntry: ({ changes }) => changes, isLine: ({ landmark }) => landmark === "change" },
  warning: { inEntry: ({ warns }) => warns, isLine: ({ landmark }) => landmark === "warning" },
} as const satisfies Readonly<Record<NonNullable<OutlineLine["landmark"]>, Wanted>>;

/** The next line after a place (or, with -1, before it) that is wanted, folded or not; from the end it goes on at the beginning. */
export function findLine(
  outline: Outline,
  from: Place,
  direction: 1 | -1,
  wanted: Wanted,
): Place | undefined {
  const count = outline.entries.length;
  // The entry that it begins in is looked at twice: beyond the place first, and what is before it last.
  for (let passed = 0; passed <= count; passed += 1) {
    const entry = (from.entry + direction * passed + count * 2) % count;
    const found = outline.entries[entry];
    if (found === undefined || !wanted.inEntry(found)) continue;
    const lines = [outline.head(entry), ...outline.body(entry)];
    const allowed = (line: number): boolean => {
      if (passed === 0) return direction > 0 ? line > from.line : line < from.line;
      return passed < count || (direction > 0 ? line <= from.line : line >= from.line);
    };
    const isHit = (line: OutlineLine, index: number): boolean => allowed(index) && wanted.isLine(line);
    const line = direction > 0 ? lines.findIndex(isHit) : lines.findLastIndex(isHit);
    if (line !== -1) return { entry, line };
  }
  return undefined;
}
