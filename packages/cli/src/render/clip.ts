const longest = 400;

/** A text that anyone could have written, cut where it would bury the rest; says how much it cut. */
export function clip(text: string, most = longest): string {
  if (text.length <= most) return text;
  // Never half of a character that takes two units.
  const start = text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, "");
  return `${start}… (${text.length - start.length} more characters)`;
}
