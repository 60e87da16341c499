const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** A text's characters as people count them. */
export function characters(given: string): readonly string[] {
  if (/^[\x20-\x7e]*$/.test(given)) return given.split("");
  return Array.from(graphemes.segment(given), ({ segment }) => segment);
}
