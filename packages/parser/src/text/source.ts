import { countGraphemes } from "./graphemes.ts";

/** One file's text under the name that diagnostics show. Offsets into it count UTF-16 units. */
export interface Source {
  readonly name: string;
  readonly text: string;
  /** It is no file's: the value of a flag, say. */
  readonly inline?: true;
  /** Its text may hold secrets: places in it are named, but nothing of it is shown. */
  readonly confidential?: boolean;
}

/** A half-open range of a source, in UTF-16 units: what `text.slice(start, end)` takes. */
export interface Span {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** A place as people and HCL name it: line and column from 1, column in grapheme clusters, byte of UTF-8 from 0. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly byte: number;
}

const lineStartsOf = new WeakMap<Source, readonly number[]>();
const lineBytesOf = new WeakMap<Source, readonly number[]>();

/** Makes a span; the only way to one, so that every span carries its source. */
export function span(source: Source, start: number, end: number): Span {
  return { source, start, end };
}

/** The smallest span that holds both; they must be of one source. */
export function spanTo(from: Span, to: Span): Span {
  return span(from.source, from.start, to.end);
}

/** The text that a span covers. */
export function textOf(range: Span): string {
  return range.source.text.slice(range.start, range.end);
}

/** Offsets at which each line begins; computed once a source. */
export function lineStarts(source: Source): readonly number[] {
  const known = lineStartsOf.get(source);
  if (known !== undefined) return known;
  const starts = [0];
  for (let at = source.text.indexOf("\n"); at !== -1; at = source.text.indexOf("\n", at + 1))
    starts.push(at + 1);
  lineStartsOf.set(source, starts);
  return starts;
}

/** The line (from 1) that holds an offset. */
export function lineAt(source: Source, offset: number): number {
  const starts = lineStarts(source);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

/** A line's text (line from 1) without its line ending. */
export function lineText(source: Source, line: number): string {
  const starts = lineStarts(source);
  const start = starts[line - 1] ?? source.text.length;
  const end = starts[line] ?? source.text.length + 1;
  return source.text.slice(start, end - 1).replace(/\r$/, "");
}

/** The place of an offset. Costs time in the length of its line and, the first time, of the text: for printing, not for parsing. */
export function positionAt(source: Source, offset: number): Position {
  const line = lineAt(source, offset);
  const start = lineStarts(source)[line - 1] ?? 0;
  const before = source.text.slice(start, offset);
  const column = countGraphemes(before);
  const byte = (lineBytes(source)[line - 1] ?? 0) + utf8Length(source.text, start, offset);
  return { line, column: column + 1, byte };
}

/** The bytes of UTF-8 before each line; computed once a source. */
function lineBytes(source: Source): readonly number[] {
  const known = lineBytesOf.get(source);
  if (known !== undefined) return known;
  const bytes: number[] = [];
  let byte = 0;
  let from = 0;
  for (const start of lineStarts(source)) {
    byte += utf8Length(source.text, from, start);
    bytes.push(byte);
    from = start;
  }
  lineBytesOf.set(source, bytes);
  return bytes;
}

/** The line and column (both from 1) of an offset, the column in UTF-16 units: what editors and SARIF count in. */
export function utf16PositionAt(source: Source, offset: number): Omit<Position, "byte"> {
  const line = lineAt(source, offset);
  return { line, column: offset - (lineStarts(source)[line - 1] ?? 0) + 1 };
}

function utf8Length(text: string, start: number, end: number): number {
  let length = 0;
  for (let at = start; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    // Each half of a surrogate pair counts two of its four bytes.
    length += unit < 0x80 ? 1 : unit < 0x8_00 || (unit >= 0xd8_00 && unit < 0xe0_00) ? 2 : 3;
  }
  return length;
}
