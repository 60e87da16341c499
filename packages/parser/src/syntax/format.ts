import type { IToken, TokenType } from "chevrotain";
import { hasErrors, type WithDiagnostics } from "../text/diagnostic.ts";
import { countGraphemes } from "../text/graphemes.ts";
import type { Source } from "../text/source.ts";
import { readSections } from "./parse.ts";
import { type Cell, spaceBetween } from "./spacing.ts";
import { tokenize } from "./lexer.ts";
import * as t from "./tokens.ts";

/** A line's cells: `lead` up to its `=` or comment, then those; each an index range of the cells, empty where there is none. */
interface Line {
  readonly start: number;
  /** Where the `=` of an attribute stands whose value begins and ends on this line. */
  assign: number;
  /** Where the comment stands that ends the line. */
  comment: number;
  readonly end: number;
}

/**
 * A file in canonical layout: that of `terraform fmt`, changing white space only. A file with mistakes stays as it is.
 *
 * @example format({ name: "main.wf.hcl", text: "a=1\nbcd=2\n" }).value // "a   = 1\nbcd = 2\n"
 */
export function format(source: Source): WithDiagnostics<string> {
  const layout = newLayout();
  const diagnostics = readSections(source, ({ tokens }) =>
    addTokens(layout, source.text, tokens.lexed, tokens.comments),
  );
  if (hasErrors(diagnostics)) return { value: source.text, diagnostics };
  return { value: finish(layout, source.text), diagnostics };
}

/** The layout of any tokens, a whole configuration or not. */
export function formatTokens({ text }: Source): string {
  const layout = newLayout();
  const { tokens, comments } = tokenize(text, "code");
  addTokens(layout, text, tokens, comments);
  return finish(layout, text);
}

/** What of a text was laid out, in parts that end with a line; alignment does not go beyond one. */
interface Layout {
  readonly parts: string[];
  /** How many brackets each level of indentation is still open for, innermost last. */
  readonly levels: number[];
  last: Cell | undefined;
}

function newLayout(): Layout {
  return { parts: [], levels: [], last: undefined };
}

function addTokens(
  layout: Layout,
  text: string,
  tokens: readonly IToken[],
  comments: readonly IToken[],
): void {
  const cells = cellsOf(tokens, comments);
  const lines = linesOf(cells);
  indent(cells, lines, layout.levels);
  for (const line of lines) {
    space(cells, line.start, line.assign);
    space(cells, line.assign, line.comment);
  }
  align(cells, lines, "assign");
  align(cells, lines, "comment");
  layout.parts.push(render(text, layout.last === undefined ? 0 : endOf(layout.last), cells));
  layout.last = cells.at(-1) ?? layout.last;
}

function finish({ parts, last }: Layout, text: string): string {
  return (text.startsWith("\uFEFF") ? "\uFEFF" : "") + parts.join("") + trailingSpaces(text, last);
}

/** All tokens with the comments among them; a comment to the line's end takes that end with it. */
function cellsOf(tokens: readonly IToken[], comments: readonly IToken[]): Cell[] {
  const cells: Cell[] = [];
  const open: TokenType[] = [];
  let comment = 0;
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at];
    const next = comments[comment];
    if (token === undefined) break;
    if (next !== undefined && next.startOffset < token.startOffset) {
      comment += 1;
      const takesEnd = token.tokenType === t.Newline && !next.image.startsWith("/*");
      cells.push(cell(next, 0, false, takesEnd ? next.image + token.image : next.image));
      if (takesEnd) at += 1;
      continue;
    }
    cells.push(codeCell(token, open));
    at += 1;
  }
  for (const rest of comments.slice(comment)) cells.push(cell(rest, 0, false));
  return cells;
}

function codeCell(token: IToken, open: TokenType[]): Cell {
  const type = token.tokenType;
  switch (type) {
    case t.LeftBrace:
    case t.InterpolationStart:
    case t.DirectiveStart:
      open.push(type);
      return cell(token, 1, false);
    case t.LeftBracket:
    case t.LeftParenthesis:
      return cell(token, 1, false);
    case t.RightBrace:
      return cell(token, -1, (open.pop() ?? t.LeftBrace) !== t.LeftBrace);
    case t.StripEnd:
      open.pop();
      return cell(token, -1, true);
    case t.RightBracket:
    case t.RightParenthesis:
      return cell(token, -1, false);
    default:
      return cell(token, 0, false);
  }
}

function cell(token: IToken, bracket: Cell["bracket"], endsSequence: boolean, text = token.image): Cell {
  return { type: token.tokenType, text, offset: token.startOffset, bracket, endsSequence, spaces: 0 };
}

function endOf({ offset, text }: Cell): number {
  return offset + text.length;
}

function endsLine({ type, text }: Cell): boolean {
  return type === t.Newline || (type === t.Comment && text.endsWith("\n"));
}

function linesOf(cells: readonly Cell[]): Line[] {
  const lines: Line[] = [];
  let start = 0;
  let inHeredoc = false;
  for (let at = 0; at < cells.length; at += 1) {
    const last = cells[at];
    if (last === undefined || (!endsLine(last) && at < cells.length - 1)) continue;
    const end = at + 1;
    const line: Line = { start, assign: end, comment: end, end };
    // What stands in a heredoc's interpolations over several lines is not aligned.
    if (!inHeredoc) {
      if (last.type === t.Comment && end - start > 1) line.comment = at;
      line.assign = assignmentIn(cells, start, line.comment);
    }
    for (let each = start; each < end; each += 1) {
      if (cells[each]?.type === t.HeredocStart) inHeredoc = true;
      if (cells[each]?.type === t.HeredocEnd) inHeredoc = false;
    }
    lines.push(line);
    start = end;
  }
  return lines;
}

/** Where the line's `=` is, if its value closes every bracket that it opens; otherwise the end. */
function assignmentIn(cells: readonly Cell[], start: number, end: number): number {
  let equals = start + 1;
  while (equals < end && cells[equals]?.type !== t.Equals) equals += 1;
  if (equals >= end) return end;
  return brackets(cells, equals, end) === 0 ? equals : end;
}

function brackets(cells: readonly Cell[], start: number, end: number): number {
  let net = 0;
  for (let at = start; at < end; at += 1) net += cells[at]?.bracket ?? 0;
  return net;
}

/** Two spaces a level, where a line that opens several brackets opens one level, which ends when all of them are closed. */
function indent(cells: readonly Cell[], lines: readonly Line[], levels: number[]): void {
  for (const line of lines) {
    const first = cells[line.start];
    if (first === undefined || first.type === t.Newline) continue;
    const net = netBrackets(cells, line);
    if (net < 0) closeLevels(levels, -net);
    first.spaces = 2 * levels.length;
    if (net > 0) levels.push(net);
  }
}

/** Up to the line's heredoc, whose sequences open and close nothing around them. */
function netBrackets(cells: readonly Cell[], line: Line): number {
  let heredoc = line.start;
  while (heredoc < line.assign && cells[heredoc]?.type !== t.HeredocStart) heredoc += 1;
  return brackets(cells, line.start, heredoc) + brackets(cells, line.assign, line.comment);
}

function closeLevels(levels: number[], count: number): void {
  let closed = count;
  while (closed > 0) {
    const top = levels.pop();
    if (top === undefined) return;
    if (closed < top) levels.push(top - closed);
    closed -= top;
  }
}

function space(cells: readonly Cell[], start: number, end: number): void {
  for (let at = start; at < end - 1; at += 1) {
    const token = cells[at];
    const next = cells[at + 1];
    if (token === undefined || next === undefined) return;
    next.spaces = spaceBetween(at === start ? undefined : cells[at - 1], token, next) ? 1 : 0;
  }
}

/** Puts the assignments, or the comments, of lines that follow each other in one column. */
function align(cells: readonly Cell[], lines: readonly Line[], column: "assign" | "comment"): void {
  const chain: Aligned[] = [];
  for (const line of lines) {
    const start = line[column];
    const first = start < (column === "assign" ? line.comment : line.end) ? cells[start] : undefined;
    if (first !== undefined) chain.push({ cell: first, width: widthOf(cells, line.start, start) });
    else if (chain.length > 0) closeChain(chain);
  }
  closeChain(chain);
}

/** A cell that goes to its chain's column, and how wide the line is before it. */
interface Aligned {
  readonly cell: Cell;
  readonly width: number;
}

function closeChain(chain: Aligned[]): void {
  let widest = 0;
  for (const { width } of chain) widest = Math.max(widest, width);
  for (const { cell: first, width } of chain) first.spaces = widest - width + 1;
  chain.length = 0;
}

function widthOf(cells: readonly Cell[], start: number, end: number): number {
  let width = 0;
  for (let at = start; at < end; at += 1) {
    const each = cells[at];
    if (each === undefined) break;
    const { text } = each;
    width += each.spaces + (/^[ -~]*$/.test(text) ? text.length : clustersIn(each));
  }
  return width;
}

/** A string's quotes are tokens of their own where columns are counted: no mark combines with them. */
function clustersIn({ type, text }: Cell): number {
  if (type === t.PlainString) return 2 + countGraphemes(text.slice(1, -1));
  return countGraphemes(text);
}

/** What stands behind the last token on the last line: `terraform fmt` leaves it, so it stays. */
function trailingSpaces(text: string, last: Cell | undefined): string {
  if (last?.type === t.Comment && !last.text.startsWith("/*")) return "";
  return " ".repeat(/[ \t]*$/.exec(text.slice(-1000))?.[0].length ?? 0);
}

/**
 * The cells with their spaces, from an offset on. What stands in the text as it should is taken from there in one
 * piece, which in most files is everything.
 */
function render(text: string, from: number, cells: readonly Cell[]): string {
  // Joined, not added up: a string that is added up keeps its pieces in memory until it is read.
  const pieces: string[] = [];
  let start = from;
  let end = from;
  for (const cell of cells) {
    if (!isSpaced(text, end, cell)) {
      pieces.push(text.slice(start, end), " ".repeat(cell.spaces));
      start = cell.offset;
    }
    end = endOf(cell);
  }
  pieces.push(text.slice(start, end));
  return pieces.join("");
}

/** Whether nothing but the cell's spaces stand between an offset and the cell. */
function isSpaced(text: string, from: number, { offset, spaces }: Cell): boolean {
  if (offset - from !== spaces) return false;
  for (let at = from; at < offset; at += 1) if (text.charCodeAt(at) !== 32) return false;
  return true;
}
