/** A character as people count them, and where it begins in UTF-16 units. */
export interface Grapheme {
  readonly segment: string;
  readonly index: number;
}

let segmenter: Intl.Segmenter | undefined;

/** A text's grapheme clusters, in order. Making a segmenter takes longer than reading a file, so ASCII does without. */
export function graphemes(text: string): readonly Grapheme[] {
  if (/^[\x20-\x7e\t]*$/.test(text)) return Array.from(text, (segment, index) => ({ segment, index }));
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return Array.from(segmenter.segment(text), ({ segment, index }) => ({ segment, index }));
}

/** How many grapheme clusters a text has. */
export function countGraphemes(text: string): number {
  return /^[\x20-\x7e\t]*$/.test(text) ? text.length : graphemes(text).length;
}
