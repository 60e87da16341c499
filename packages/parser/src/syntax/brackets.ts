import type { IToken, TokenType } from "chevrotain";
import * as tokens from "./tokens.ts";

const closes = new Map<TokenType, readonly TokenType[]>([
  [tokens.RightBrace, [tokens.LeftBrace, tokens.InterpolationStart, tokens.DirectiveStart]],
  [tokens.StripEnd, [tokens.InterpolationStart, tokens.DirectiveStart]],
  [tokens.RightBracket, [tokens.LeftBracket]],
  [tokens.RightParenthesis, [tokens.LeftParenthesis]],
  [tokens.QuoteEnd, [tokens.QuoteStart]],
  [tokens.HeredocEnd, [tokens.HeredocStart]],
]);

/** The tokens that open something, which one of `closers` closes. */
export const openers: readonly TokenType[] = [...new Set([...closes.values()].flat())];

/** The tokens that close something. */
export const closers: readonly TokenType[] = [...closes.keys()];

const templateTokens: ReadonlySet<TokenType> = new Set([
  tokens.QuoteStart,
  tokens.HeredocStart,
  tokens.InterpolationStart,
  tokens.DirectiveStart,
]);

/** Closes down to the nearest bracket that the token fits, within its template; one that fits none closes nothing. */
export function close(open: { readonly token: IToken }[], type: TokenType): void {
  const fitting = closes.get(type) ?? [];
  for (let at = open.length - 1; at >= 0; at -= 1) {
    const opener = open[at]?.token.tokenType ?? tokens.End;
    if (fitting.includes(opener)) {
      open.length = at;
      return;
    }
    if (templateTokens.has(opener)) return;
  }
}
