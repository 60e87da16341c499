import type { TokenType } from "chevrotain";
import * as t from "./tokens.ts";

/** A token as layout sees it: what it is, its text, and how many spaces stand before it. */
export interface Cell {
  readonly type: TokenType;
  readonly text: string;
  /** Where in the source it begins. */
  readonly offset: number;
  /** 1 where it opens a bracket or sequence, -1 where it closes one. */
  readonly bracket: -1 | 0 | 1;
  /** `}` or `~}` that ends an interpolation or directive, unlike one that ends an object or block. */
  readonly endsSequence: boolean;
  spaces: number;
}

const texts: ReadonlySet<TokenType> = new Set([t.QuotedText, t.HeredocText, t.BareText]);

// Behind these a minus is a sign, not an operator.
const beforeSign: ReadonlySet<TokenType> = new Set([
  t.LeftParenthesis,
  t.LeftBrace,
  t.LeftBracket,
  t.Equals,
  t.Colon,
  t.Comma,
  t.Question,
  t.Operator,
  t.Star,
  t.Minus,
  t.Bang,
]);

const sequenceStarts: ReadonlySet<TokenType> = new Set([t.InterpolationStart, t.DirectiveStart]);

/** Whether a space stands between a token and the next of its line; `before` is the one before it. */
export function spaceBetween(before: Cell | undefined, token: Cell, next: Cell): boolean {
  if (next.type === t.Newline) return false;
  switch (token.type) {
    case t.Identifier:
      if (next.type === t.LeftParenthesis || next.type === t.DoubleColon) return false;
      break;
    case t.DoubleColon:
      if (next.type === t.Identifier) return false;
      break;
    default:
  }
  if (token.type === t.Dot || next.type === t.Dot) return false;
  if (next.type === t.Comma || next.type === t.Ellipsis) return false;
  if (token.type === t.Comma) return true;
  if (isInTemplate(token, next)) return false;
  if (token.type === t.Identifier && token.text === "in" && before?.type === t.Identifier) return true;
  if (next.type === t.LeftBracket && isIndexable(token)) return false;
  if (token.type === t.Bang) return false;
  if (token.type === t.Minus) return before !== undefined && !beforeSign.has(before.type);
  return spaceAtBrackets(token, next);
}

/** Text of a template and what touches it are the user's own, as is the place between two sequences. */
function isInTemplate(token: Cell, next: Cell): boolean {
  if (texts.has(token.type) || texts.has(next.type)) return true;
  if (token.type === t.QuoteStart || token.type === t.HeredocStart) return true;
  if (next.type === t.QuoteEnd || next.type === t.HeredocEnd) return true;
  return token.endsSequence && sequenceStarts.has(next.type);
}

function isIndexable(token: Cell): boolean {
  return token.type === t.Identifier || token.type === t.NumberDigits || token.bracket < 0;
}

function spaceAtBrackets(token: Cell, next: Cell): boolean {
  const closesBrace = next.type === t.RightBrace && !next.endsSequence;
  // Braces have space inside, unless they are empty: { a = 1 }, but {}.
  if (token.type === t.LeftBrace || closesBrace) return !(token.type === t.LeftBrace && closesBrace);
  // An object alone in a sequence keeps its braces apart: ${ { a = 1 } }.
  if (sequenceStarts.has(token.type) && next.type === t.LeftBrace) return true;
  if (token.type === t.RightBrace && !token.endsSequence && next.endsSequence) return true;
  return token.bracket <= 0 && next.bracket >= 0;
}
