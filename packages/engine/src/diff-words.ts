import { diffWordsWithSpace } from "diff";
import type { WordView } from "./plan-view.ts";

/** Shorter texts are read at a glance, one beside the other. */
const shortest = 64;
/** Texts that differ in more places are two texts. */
const mostEdits = 64;
/** Of a run of words that stays, so much is shown at either end. */
const context = 40;
/** Cutting out less than this is not worth the riddle. */
const shortestCut = 120;

/**
 * Where two long texts differ, word by word, with long runs that stay cut short; undefined where both are short, or
 * where they have too little in common.
 */
export function diffWords(before: string, after: string): readonly WordView[] | undefined {
  if (before.length + after.length < shortest) return undefined;
  const parts = diffWordsWithSpace(before, after, { maxEditLength: mostEdits });
  if (parts === undefined) return undefined;
  const kept = parts.filter((part) => !part.added && !part.removed);
  const common = kept.reduce((sum, part) => sum + part.value.length, 0);
  if (common * 3 < Math.max(before.length, after.length)) return undefined;
  return parts.map((part) =>
    part.added
      ? { change: "add", text: part.value }
      : part.removed
        ? { change: "remove", text: part.value }
        : { change: "keep", text: shortened(part.value, part === parts[0], part === parts.at(-1)) },
  );
}

function shortened(text: string, first: boolean, last: boolean): string {
  const characters = Array.from(text);
  const start = first ? [] : characters.slice(0, context);
  const end = last ? [] : characters.slice(-context);
  const cut = characters.length - start.length - end.length;
  return cut < shortestCut ? text : [...start, "…", ...end].join("");
}
