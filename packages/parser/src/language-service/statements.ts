import type { IToken } from "chevrotain";
import * as t from "../syntax/tokens.ts";

/** What is open at a place: a body, a text, a call's parentheses, or any other bracket. */
type Opener =
  | { readonly kind: "body"; readonly type: string; readonly written: string[] }
  | { readonly kind: "text" }
  | { readonly kind: "call"; readonly name: string; commas: number }
  | { readonly kind: "bracket" };

/** What was read up to a place of a text that may be broken. */
export interface Reading {
  /** Innermost last; the first is the file's body. */
  readonly open: Opener[];
  /** The names and labels that the statement at hand begins with. */
  words: string[];
  /** The attribute whose expression has begun. */
  attribute: string | undefined;
  /** The token that was read last. */
  last: IToken | undefined;
}

/** Nothing was read yet. */
export function beginReading(): Reading {
  return {
    open: [{ kind: "body", type: "", written: [] }],
    words: [],
    attribute: undefined,
    last: undefined,
  };
}

/** Reads tokens for the statements and brackets in them alone, so that half a line keeps no other from being read. */
export function readTokens(reading: Reading, tokens: readonly IToken[]): void {
  for (const token of tokens) {
    readToken(reading, token);
    reading.last = token;
  }
}

function readToken(reading: Reading, { tokenType, image }: IToken): void {
  const top = reading.open.at(-1);
  const inHead = top?.kind === "body" && reading.attribute === undefined;
  switch (tokenType) {
    case t.Identifier:
    case t.PlainString:
      if (inHead) reading.words.push(image);
      return;
    case t.Newline:
      if (top?.kind === "body") endStatement(reading);
      return;
    case t.Equals:
      if (!inHead) return;
      reading.attribute = reading.words[0] ?? "";
      top.written.push(reading.attribute);
      return;
    case t.LeftBrace:
      if (inHead) return openBody(reading, top.written);
      reading.open.push({ kind: "bracket" });
      return;
    case t.LeftParenthesis:
      reading.open.push(isCalled(reading.last) ? callOf(reading.last) : { kind: "bracket" });
      return;
    case t.Comma:
      if (top?.kind === "call") top.commas += 1;
      return;
    default:
  }
  if (brackets.has(tokenType)) reading.open.push({ kind: "bracket" });
  else if (texts.has(tokenType)) reading.open.push({ kind: "text" });
  else if (ends.has(tokenType)) close(reading);
  // A string that its line's end cut off ends its statement, too.
  if (tokenType === t.QuotedNewline && reading.open.at(-1)?.kind === "body") endStatement(reading);
}

/** In a `for` expression, parentheses may follow a name that is none. */
function isCalled(before: IToken | undefined): before is IToken {
  return before?.tokenType === t.Identifier && before.image !== "in" && before.image !== "if";
}

function callOf({ image }: IToken): Opener {
  return { kind: "call", name: image, commas: 0 };
}

const brackets = new Set([t.LeftBracket, t.InterpolationStart, t.DirectiveStart]);
const texts = new Set([t.QuoteStart, t.HeredocStart]);
const ends = new Set([
  t.RightBrace,
  t.RightBracket,
  t.RightParenthesis,
  t.StripEnd,
  t.QuoteEnd,
  t.QuotedNewline,
  t.HeredocEnd,
]);

function openBody(reading: Reading, written: string[]): void {
  const type = reading.words[0] ?? "";
  written.push(type);
  reading.open.push({ kind: "body", type, written: [] });
  endStatement(reading);
}

/** The file's body stays open, whatever is closed. */
function close(reading: Reading): void {
  if (reading.open.length === 1) return;
  if (reading.open.pop()?.kind === "body") endStatement(reading);
}

function endStatement(reading: Reading): void {
  reading.words = [];
  reading.attribute = undefined;
}
