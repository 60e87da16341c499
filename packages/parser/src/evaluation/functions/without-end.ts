/**
 * The text without any of these characters (UTF-16 units) at its end. A pattern such as `/x+$/` would try each run of them
 * from each of its places.
 */
export function withoutEnd(text: string, cut: string): string {
  let end = text.length;
  while (end > 0 && cut.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
