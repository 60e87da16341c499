import { graphemes } from "./graphemes.ts";
import { lineAt, lineStarts, lineText, type Span } from "./source.ts";

/** One line of a frame: its number, its text made safe to print, and which of its columns are marked. */
export interface FrameLine {
  readonly number: number;
  /** The line's number, padded to the width of the frame's largest. */
  readonly gutter: string;
  /** What is shown of the line; `…` stands where it was cut. */
  readonly text: string;
  /** Spaces and `^` under the text; empty where nothing of the line is meant. */
  readonly marks: string;
}

/** How much is shown around a place. */
export interface FrameOptions {
  /** Lines before and after it. */
  readonly context?: number;
  /** Columns of text before a long line is cut around the place. */
  readonly width?: number;
}

const tabWidth = 4;
// A mistake of many lines is shown by its first and last ones.
const longestRun = 8;

/** A piece of a line as it is shown: some text, as wide as so many columns, from an offset of the source. */
interface Glyph {
  readonly offset: number;
  readonly shown: string;
  readonly columns: number;
}

/**
 * The lines around a place, with marks under what is meant. Whatever the text holds, what comes back has no control
 * characters, so it can be printed as it is. Of a confidential source nothing is shown.
 */
export function codeFrame(
  place: Span,
  { context = 1, width = 100 }: FrameOptions = {},
): readonly FrameLine[] {
  const { source, start, end } = place;
  if (source.confidential === true) return [];
  const first = lineAt(source, start);
  const last = lineAt(source, Math.max(start, end - 1));
  const from = Math.max(1, first - context);
  const to = Math.min(lineStarts(source).length, last + context);
  const gutterWidth = String(to).length;
  const lines: FrameLine[] = [];
  for (let number = from; number <= to; number += 1) {
    const far = number - first > longestRun / 2 && last - number > longestRun / 2;
    if (far) {
      number = last - longestRun / 2;
      continue;
    }
    const shown = showLine(place, number, width, number >= first && number <= last);
    lines.push({ number, gutter: String(number).padStart(gutterWidth), ...shown });
  }
  return lines;
}

/** A frame as plain text: gutter, text, and the marks on a line of their own. */
export function renderCodeFrame(place: Span, options: FrameOptions = {}): string {
  const rendered = codeFrame(place, options).flatMap(({ gutter, text, marks }) => {
    const line = `${gutter} | ${text}`.trimEnd();
    return marks === "" ? [line] : [line, `${" ".repeat(gutter.length)} | ${marks}`];
  });
  return rendered.join("\n");
}

function showLine(
  place: Span,
  number: number,
  width: number,
  marked: boolean,
): Pick<FrameLine, "text" | "marks"> {
  const { source, start, end } = place;
  const lineStart = lineStarts(source)[number - 1] ?? 0;
  const text = lineText(source, number);
  const anchor = marked ? Math.max(0, Math.min(start - lineStart, text.length)) : 0;
  const glyphs = glyphsAround(text, lineStart, anchor, width);
  const shown = glyphs.map((each) => each.shown).join("");
  if (!marked) return { text: shown, marks: "" };
  const marks = glyphs.map(({ offset, columns }) =>
    (offset >= start && offset < end ? "^" : " ").repeat(columns),
  );
  const joined = marks.join("").trimEnd();
  if (joined.includes("^")) return { text: shown, marks: joined };
  // Nothing of the line is meant but a place in it, such as its end.
  const before = glyphs.filter(({ offset }) => offset < start).reduce((sum, { columns }) => sum + columns, 0);
  return { text: shown, marks: number === lineAt(source, start) ? `${" ".repeat(before)}^` : "" };
}

/** The line's glyphs, or those around the anchor where the line is long; only so much of the line is looked at. */
function glyphsAround(text: string, lineStart: number, anchor: number, width: number): Glyph[] {
  const reach = width * 4;
  const near = Math.max(0, anchor - reach);
  const slice = text.slice(near, anchor + reach);
  const glyphs: Glyph[] = [];
  let column = 0;
  for (const { segment, index } of graphemes(slice)) {
    const shown = show(segment, column);
    const columns = columnsOf(shown);
    glyphs.push({ offset: lineStart + near + index, shown, columns });
    column += columns;
  }
  const total = column;
  const isCut = near > 0 || near + slice.length < text.length;
  if (total <= width && !isCut) return glyphs;
  return cut(glyphs, lineStart + anchor, width, near > 0, near + slice.length < text.length);
}

function cut(
  glyphs: readonly Glyph[],
  anchor: number,
  width: number,
  before: boolean,
  after: boolean,
): Glyph[] {
  const at = glyphs.findIndex(({ offset }) => offset >= anchor);
  const middle = at === -1 ? glyphs.length : at;
  let first = middle;
  let columns = 0;
  while (first > 0 && columns < width / 3) columns += glyphs[(first -= 1)]?.columns ?? 0;
  let last = middle;
  while (last < glyphs.length && columns < width) columns += glyphs[last++]?.columns ?? 0;
  while (first > 0 && columns < width) columns += glyphs[(first -= 1)]?.columns ?? 0;
  const window = glyphs.slice(first, last);
  const ellipsis: Glyph = { offset: -1, shown: "…", columns: 1 };
  return [
    ...(first > 0 || before ? [ellipsis] : []),
    ...window,
    ...(last < glyphs.length || after ? [ellipsis] : []),
  ];
}

/** What can move the cursor, change colours or the direction of text is shown by its name instead. */
function isUnprintable(segment: string): boolean {
  return !/^[ -~]*$/.test(segment) && /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/u.test(segment);
}

function show(segment: string, column: number): string {
  if (segment === "\t") return " ".repeat(tabWidth - (column % tabWidth));
  if (!isUnprintable(segment)) return segment;
  // Joiners within a cluster, as in flags and families, are what they seem.
  if (
    /^[\p{L}\p{Extended_Pictographic}]/u.test(segment) &&
    !/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u.test(segment)
  )
    return segment;
  return Array.from(segment, (each) => (isUnprintable(each) ? named(each) : each)).join("");
}

function named(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
}

const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}|\p{Regional_Indicator}|[\u{20000}-\u{3FFFD}]/u;

/** How many columns of a terminal a text takes: two for what East Asian text and emoji use, none for marks alone. */
function columnsOf(shown: string): number {
  if (/^[ -~]*$/.test(shown)) return shown.length;
  let columns = 0;
  for (const { segment } of graphemes(shown))
    columns += /^\p{M}+$/u.test(segment) ? 0 : wide.test(segment) || segment.includes("\uFE0F") ? 2 : 1;
  return columns;
}
