import stringWidth from "fast-string-width";

/** How many columns of a terminal the widest of these texts takes; a character of Chinese takes two. */
export function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, stringWidth(text)), 0);
}

/** A text filled up to so many columns. */
export function padded(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - stringWidth(text)));
}
