import type { IToken } from "chevrotain";
import {
  capitalE,
  carriageReturn,
  dot,
  hash,
  lessThan,
  minus,
  plus,
  quote,
  slash,
  smallE,
  star,
} from "./characters.ts";
import { fixedToken, fixedTokens } from "./fixed-token.ts";
import { identifierEnd } from "./identifier.ts";
import { textEnd } from "./template-token.ts";
import * as t from "./tokens.ts";

const fixed = fixedTokens([
  [t.Newline, "\n", "\r\n"],
  [t.Equals, "="],
  [t.FatArrow, "=>"],
  [t.Comma, ","],
  [t.Dot, "."],
  [t.Ellipsis, "..."],
  [t.Question, "?"],
  [t.Colon, ":"],
  [t.DoubleColon, "::"],
  [t.Minus, "-"],
  [t.Star, "*"],
  [t.Bang, "!"],
  [t.Operator, "==", "!=", "<=", ">=", "&&", "||", "<", ">", "+", "/", "%"],
  [t.LeftBrace, "{"],
  [t.RightBrace, "}"],
  [t.StripEnd, "~}"],
  [t.LeftBracket, "["],
  [t.RightBracket, "]"],
  [t.LeftParenthesis, "("],
  [t.RightParenthesis, ")"],
]);

const heredocStart = /<<-?[\p{ID_Start}_][\p{ID_Continue}-]*\r?\n/uy;

/** The token that begins at an offset of code, where no blank is. */
export function codeToken(text: string, at: number): IToken {
  const nameEnd = identifierEnd(text, at);
  if (nameEnd > at) return t.newToken(t.Identifier, text.slice(at, nameEnd), at);
  if (isDigit(text, at)) return t.newToken(t.NumberDigits, text.slice(at, numberEnd(text, at)), at);
  const code = text.charCodeAt(at);
  switch (code) {
    case quote:
      return stringToken(text, at);
    case hash:
      return lineComment(text, at);
    case slash:
      if (text.charCodeAt(at + 1) === slash) return lineComment(text, at);
      if (text.charCodeAt(at + 1) === star) return blockComment(text, at);
      break;
    case lessThan: {
      const opening = matched(heredocStart, text, at);
      if (opening !== undefined) return t.newToken(t.HeredocStart, opening, at);
      break;
    }
    default:
  }
  return fixedToken(fixed, text, at) ?? t.newToken(t.Invalid, characterAt(text, at), at);
}

/** A whole string where it has no sequences, otherwise the quote that opens it. */
function stringToken(text: string, at: number): IToken {
  const end = textEnd(text, at + 1, true);
  return text.charCodeAt(end) === quote
    ? t.newToken(t.PlainString, text.slice(at, end + 1), at)
    : t.newToken(t.QuoteStart, '"', at);
}

/** Without its line's end. */
function lineComment(text: string, at: number): IToken {
  const lineEnd = text.indexOf("\n", at);
  const end = lineEnd === -1 ? text.length : lineEnd;
  const image = text.slice(at, text.charCodeAt(end - 1) === carriageReturn ? end - 1 : end);
  return t.newToken(t.Comment, image, at);
}

/** To the end of the text where nothing closes it. */
function blockComment(text: string, at: number): IToken {
  const close = text.indexOf("*/", at + 2);
  return t.newToken(t.Comment, text.slice(at, close === -1 ? text.length : close + 2), at);
}

function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0);
}

/**
 * Where a number ends that begins here, as the reference cuts it, 1.2.3 included: the grammar says which of them are
 * numbers. It ends behind a digit.
 */
function numberEnd(text: string, at: number): number {
  let end = at + 1;
  for (let next = end; next < text.length;) {
    const digit = next + exponentLength(text, next);
    if (isDigit(text, digit)) {
      next = digit + 1;
      end = next;
    } else if (text.charCodeAt(next) === dot) next += 1;
    else break;
  }
  return end;
}

/** How many characters an exponent has before its digits; 0 where none begins here. */
function exponentLength(text: string, at: number): number {
  const letter = text.charCodeAt(at);
  if (letter !== smallE && letter !== capitalE) return 0;
  const sign = text.charCodeAt(at + 1);
  return sign === plus || sign === minus ? 2 : 1;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

function matched(sticky: RegExp, text: string, at: number): string | undefined {
  sticky.lastIndex = at;
  return sticky.test(text) ? text.slice(at, sticky.lastIndex) : undefined;
}
