import stringWidth from "fast-string-width";
import { wrapAnsi } from "fast-wrap-ansi";

/** Text in lines of at most `width` columns, broken between words; a word that is longer stays whole. */
export function wrapWords(text: string, width: number): readonly string[] {
  // Most texts fit: in bytes they are never shorter than in columns, but for tabs, which are escaped before.
  if (text.length <= width && !text.includes("\n") && stringWidth(text) <= width) return [text];
  return wrapAnsi(text, width, { hard: false }).split("\n");
}

/** Text in lines, the first after `lead` and the others indented to it. */
export function wrapAfter(lead: string, text: string, width: number): readonly string[] {
  const indent = stringWidth(lead);
  return wrapWords(text, width - indent).map(
    (line, index) => `${index === 0 ? lead : " ".repeat(indent)}${line}`,
  );
}
