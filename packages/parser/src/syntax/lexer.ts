import type { IToken, TokenType } from "chevrotain";
import { assertNever } from "../assert-never.ts";
import { byteOrderMark, space, tab } from "./characters.ts";
import { codeToken } from "./code-token.ts";
import { bareToken, heredocMarker, heredocToken, quotedToken } from "./template-token.ts";
import * as t from "./tokens.ts";

/** What was lexed: the tokens and, apart, the comments. */
export interface Lexed {
  readonly tokens: readonly IToken[];
  readonly comments: readonly IToken[];
}

/** What a place of a text is read as: code of a body or an expression, or a template. */
export type Mode =
  | { readonly kind: "code" | "bare" | "quoted" }
  | { readonly kind: "heredoc"; readonly marker: string };

const code: Mode = { kind: "code" };
const quoted: Mode = { kind: "quoted" };

/** What is read in another mode behind a token; undefined behind one that ends a mode. */
const modeBehind = t.byType<(token: IToken) => Mode | undefined>([
  ...each([t.LeftBrace, t.InterpolationStart, t.DirectiveStart], () => code),
  [t.QuoteStart, () => quoted],
  [t.HeredocStart, (token) => ({ kind: "heredoc", marker: heredocMarker(token) })],
  ...each([t.RightBrace, t.StripEnd, t.QuoteEnd, t.QuotedNewline, t.HeredocEnd], () => undefined),
]);

function each<Value>(types: readonly TokenType[], value: Value): readonly (readonly [TokenType, Value])[] {
  return types.map((type) => [type, value]);
}

/**
 * The tokens that begin in a part of a text, which begins in code or in a template without quotes. There are no errors:
 * what can't be read is `Invalid`.
 */
export function tokenize(text: string, form: "code" | "bare", start = 0, end: number = text.length): Lexed {
  const from = start === 0 && text.charCodeAt(0) === byteOrderMark ? 1 : start;
  return lex(text, from, end, { kind: form }, []);
}

/** The tokens of a text's rest, where an earlier one ended in these modes, and the modes in which it ends itself. */
export function tokenizeOn(
  text: string,
  start: number,
  modes: readonly Mode[] = [code],
): Lexed & { readonly modes: readonly Mode[] } {
  const around = [...modes];
  const mode = around.pop() ?? code;
  return lex(text, start, text.length, mode, around);
}

/** Lexes on in a mode, within those around it. */
function lex(
  text: string,
  start: number,
  end: number,
  first: Mode,
  around: Mode[],
): Lexed & { readonly modes: readonly Mode[] } {
  const tokens: IToken[] = [];
  const comments: IToken[] = [];
  let mode = first;
  let at = start;
  for (;;) {
    if (mode.kind === "code") at = blanksEnd(text, at);
    if (at >= end) return { tokens, comments, modes: [...around, mode] };
    const token = tokenAt(text, at, mode);
    at += token.image.length;
    (token.tokenType === t.Comment ? comments : tokens).push(token);
    const next = modeBehind[token.tokenTypeIdx];
    if (next === undefined) continue;
    const inner = next(token);
    if (inner !== undefined) {
      around.push(mode);
      mode = inner;
    } else mode = around.pop() ?? mode;
  }
}

/** Whether a comment has a beginning, but no end. */
export function isUnclosed(comment: IToken | undefined): boolean {
  if (comment === undefined || !comment.image.startsWith("/*")) return false;
  return comment.image.length < 4 || !comment.image.endsWith("*/");
}

function blanksEnd(text: string, offset: number): number {
  let at = offset;
  for (;;) {
    const unit = text.charCodeAt(at);
    if (unit !== space && unit !== tab) return at;
    at += 1;
  }
}

function tokenAt(text: string, at: number, mode: Mode): IToken {
  switch (mode.kind) {
    case "code":
      return codeToken(text, at);
    case "quoted":
      return quotedToken(text, at);
    case "heredoc":
      return heredocToken(text, at, mode.marker);
    case "bare":
      return bareToken(text, at);
    default:
      return assertNever(mode);
  }
}
