let segmenter: Intl.Segmenter | undefined;

/** Characters as a person sees and takes back: a letter with its accents, a flag, a face with its colour are one. */
function characters(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return segmenter.segment(text);
}

/** What counts of what was typed or pasted: not what cannot be seen. */
export function typable(text: string): string {
  return text.replaceAll("\t", " ").replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "");
}

/** A text with what was typed or pasted after it, cut to at most `most` units, never within a character. */
export function appended(text: string, added: string, most: number): string {
  const whole = text + typable(added);
  return whole.slice(0, characters(whole).containing(most)?.index ?? whole.length);
}

/** The first character; empty for an empty text. */
export function firstCharacter(text: string): string {
  return characters(text).containing(0)?.segment ?? "";
}

/** A text without its last character. */
export function erased(text: string): string {
  return text.slice(0, characters(text).containing(text.length - 1)?.index ?? 0);
}
