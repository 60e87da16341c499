import { printable } from "./printable.ts";

/**
 * Other people's text in Markdown. GitHub makes mentions, references and links out of the text that Markdown leaves, so
 * escaping Markdown is not enough: whatever is not a plain word goes into code, where GitHub looks for none of them.
 */

/** A code span that shows exactly this text, on one line. */
export function code(text: string): string {
  const shown = printable(text);
  if (shown.trim() === "") return shown === "" ? "(empty)" : code(shown.replaceAll(" ", "\\u0020"));
  const fence = "`".repeat(longestRun(shown) + 1);
  const pad = /^[ `]|[ `]$/.test(shown) ? " " : "";
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** A sentence: its plain words as they are, and all else (names, addresses, whatever someone made up) as code. */
export function prose(text: string): string {
  const words = printable(text)
    .split(" ")
    .filter((word) => word !== "");
  if (words.length === 0) return code(text);
  return words.map((word, index) => proseWord(word, index === 0)).join(" ");
}

const plainWord = /^[A-Za-z]{1,24}(?:['-][A-Za-z]{1,24}){0,4}$/;
/** `gh-` before a number, and letters that could be a commit's name, are references to GitHub. */
const reference = /^(?:gh-|[0-9a-f]{7,}$)/i;

function proseWord(word: string, first: boolean): string {
  const [, before = "", core = "", after = ""] = /^([("]*)(.*?)([)",.;:?]*)$/u.exec(word) ?? [];
  const plain = (plainWord.test(core) && !reference.test(core)) || (/^\d{1,4}$/.test(core) && !first);
  if (core === "") return code(word);
  const named = before.endsWith('"') && after.startsWith('"');
  if (!named) return `${before}${plain ? core : code(core)}${after}`;
  return `${before.slice(0, -1)}${code(core)}${after.slice(1)}`;
}

/**
 * Text in a table's cell: a bar would end it. Of a backslash before it readers differ whether that one or ours takes the
 * bar, so it is shown by its number.
 */
export function inCell(markdown: string): string {
  return markdown.replaceAll("\\|", "\\u005c|").replaceAll("|", "\\|");
}

/** A fenced block that nothing in it can end. */
export function fenced(language: string, lines: readonly string[]): string {
  const fence = "`".repeat(Math.max(3, ...lines.map((line) => longestRun(line) + 1)));
  return [fence + language, ...lines, fence].join("\n");
}

/** A folded part. The title is ours; names in it are code. */
export function folded(title: readonly TitlePart[], body: string): string {
  const shown = title.map((part) => (typeof part === "string" ? part : `<code>${html(part.name)}</code>`));
  return `<details>\n<summary>${shown.join("")}</summary>\n\n${body}\n\n</details>`;
}

export type TitlePart = string | { readonly name: string };

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

function html(text: string): string {
  return printable(text).replace(/[&<>"]/g, (character) => entities[character] ?? "");
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
