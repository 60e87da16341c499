import type { Source } from "../text/source.ts";
import { scan, type Scan } from "./scan.ts";

/** How many characters are read at a time: so few that their tokens are gone before they cost memory. */
const sectionLength = 1 << 13;

// Mostly a top-level block ends so. A byte-order mark would be one of a section's own, if it began with it.
const blockEnd = /\n\}\r?\n(?!\uFEFF)/g;

/**
 * A file's tokens, in sections that can be read one after the other: each ends behind a line on which a block is
 * closed and nothing stays open. A file without such lines is one section.
 */
export function* sections(source: Source): Generator<Scan, void> {
  const { length } = source.text;
  let start = 0;
  let least = sectionLength;
  for (;;) {
    const end = lineAfterBlock(source.text, start + least);
    const section = scan(source, "body", start, end);
    if (end < length && !section.complete && !section.refused) {
      // Read again with more: by doubling, all attempts together read no more than twice the section.
      least = 2 * (end - start);
      continue;
    }
    yield section;
    if (end === length || section.refused) return;
    start = end;
    least = sectionLength;
  }
}

function lineAfterBlock(text: string, from: number): number {
  blockEnd.lastIndex = from;
  return blockEnd.test(text) ? blockEnd.lastIndex : text.length;
}
