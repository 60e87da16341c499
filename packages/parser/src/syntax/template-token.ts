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
    fixedToken(inQuotes, text, at) ?? t.newToken(t.QuotedText, text.slice(at, textEnd(text, at, true)), at)
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
    fixedToken(inTemplate, text, at) ??
    t.newToken(t.HeredocText, text.slice(at, textEnd(text, at, false)), at)
  );
}

/** The token that begins at an offset of a template without quotes. */
export function bareToken(text: string, at: number): IToken {
  return (
    fixedToken(inTemplate, text, at) ?? t.newToken(t.BareText, text.slice(at, textEnd(text, at, false)), at)
  );
}

/**
 * Where the text of a template ends: at the next sequence, and where its line does. In quotes it ends at the closing quote
 * too, and before the line's end, and escapes belong to it; without, it holds the line's end.
 */
export function textEnd(text: string, offset: number, quoted: boolean): number {
  let at = offset;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    switch (code) {
      case lineFeed:
        return quoted ? at : at + 1;
      case quote:
      case carriageReturn:
        if (quoted) return at;
        break;
      case backslash:
        if (quoted && !endsLine(text, at + 1)) at += 1;
        break;
      case dollar:
      case percent:
        if (text.charCodeAt(at + 1) === leftBrace) return at;
        if (escapesSequence(text, at, code)) at += 2;
        break;
      default:
    }
  }
  return at;
}

/** Whether the line, or the text, ends here. */
function endsLine(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === lineFeed || code === carriageReturn || at >= text.length;
}

/** Whether `$${` or `%%{` is here: the sequence's opening as literal text. */
function escapesSequence(text: string, at: number, code: number): boolean {
  return text.charCodeAt(at + 1) === code && text.charCodeAt(at + 2) === leftBrace;
}
