import type { IToken } from "chevrotain";
import { backslash, carriageReturn, dollar, leftBrace, lineFeed, percent, quote } from "./characters.ts";
import { fixedToken, fixedTokens } from "./fixed-token.ts";
import * as t from "./tokens.ts";

const sequences = [
  [t.InterpolationStart, "${", "${~"],
  [t.DirectiveStart, "%{", "%{~"],
] as const;
const inTemplate = fixedTokens(sequences);
const inQuotes = fixedTokens([...sequences, [t.QuoteEnd, '"'], [t.QuotedNewline, "\n", "\r", "\r\n"]]);

/** The token that begins at an offset of a quoted template. */
export function quotedToken(text: string, at: number): IToken {
  return (
    fixedToken(inQuotes, text, at) ?? t.newToken(t.QuotedText, text.slice(at, quotedTextEnd(text, at)), at)
  );
}

/** The marker that a heredoc's opening names. */
export function heredocMarker({ image }: IToken): string {
  return image.replace(/^<<-?/, "").trim();
}

/** The token that begins at an offset of a heredoc with this marker. */
export function heredocToken(text: string, at: number, marker: string): IToken {
  if (text.charCodeAt(at - 1) === lineFeed) {
    const lineEnd = text.indexOf("\n", at);
    const line = text.slice(at, lineEnd);
    if (lineEnd !== -1 && line.trim() === marker)
      return t.newToken(t.HeredocEnd, line.endsWith("\r") ? line.slice(0, -1) : line, at);
  }
  return (
    fixedToken(inTemplate, text, at) ?? t.newToken(t.HeredocText, text.slice(at, lineTextEnd(text, at)), at)
  );
}

/** The token that begins at an offset of a template without quotes. */
export function bareToken(text: string, at: number): IToken {
  return (
    fixedToken(inTemplate, text, at) ?? t.newToken(t.BareText, text.slice(at, lineTextEnd(text, at)), at)
  );
}

/** Where the text of a quoted template ends: at its closing quote, the next sequence or the line's end. Escapes belong to it. */
export function quotedTextEnd(text: string, offset: number): number {
  let at = offset;
  scan: for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    switch (code) {
      case quote:
      case lineFeed:
      case carriageReturn:
        break scan;
      case backslash: {
        const next = text.charCodeAt(at + 1);
        if (next !== lineFeed && next !== carriageReturn && at + 1 < text.length) at += 1;
        break;
      }
      case dollar:
      case percent:
        if (text.charCodeAt(at + 1) === leftBrace) break scan;
        if (escapesSequence(text, at, code)) at += 2;
        break;
      default:
    }
  }
  return at;
}

/** Where the text of a heredoc or a bare template ends: at the next sequence, or behind the line's end. */
function lineTextEnd(text: string, offset: number): number {
  let at = offset;
  scan: for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    switch (code) {
      case lineFeed:
        at += 1;
        break scan;
      case dollar:
      case percent:
        if (text.charCodeAt(at + 1) === leftBrace) break scan;
        if (escapesSequence(text, at, code)) at += 2;
        break;
      default:
    }
  }
  return at;
}

/** Whether `$${` or `%%{` is here: the sequence's opening as literal text. */
function escapesSequence(text: string, at: number, code: number): boolean {
  return text.charCodeAt(at + 1) === code && text.charCodeAt(at + 2) === leftBrace;
}
