import { createToken, type IToken, type TokenType } from "chevrotain";

const all: TokenType[] = [];

/** Every kind of token, for the parser. */
export const vocabulary: readonly TokenType[] = all;

function token(name: string): TokenType {
  const type = createToken({ name });
  all.push(type);
  return type;
}

// What each of them looks like is in `code-token.ts` and `template-token.ts`: Chevrotain parses them, and does not lex.
export const Comment = token("Comment");
export const Newline = token("Newline");
export const Identifier = token("Identifier");
export const NumberDigits = token("NumberDigits");

export const LeftBrace = token("LeftBrace");
export const RightBrace = token("RightBrace");
export const LeftBracket = token("LeftBracket");
export const RightBracket = token("RightBracket");
export const LeftParenthesis = token("LeftParenthesis");
export const RightParenthesis = token("RightParenthesis");

export const Equals = token("Equals");
export const FatArrow = token("FatArrow");
export const Comma = token("Comma");
export const Dot = token("Dot");
export const Ellipsis = token("Ellipsis");
export const Question = token("Question");
export const Colon = token("Colon");
export const DoubleColon = token("DoubleColon");
export const Minus = token("Minus");
export const Star = token("Star");
export const Bang = token("Bang");
/** Every operator that can only stand between two operands. */
export const Operator = token("Operator");

/** A quoted template without sequences: one token, because most strings are such, and half of all tokens were theirs. */
export const PlainString = token("PlainString");
export const QuoteStart = token("QuoteStart");
export const QuoteEnd = token("QuoteEnd");
export const QuotedText = token("QuotedText");
/** A string that its line's end cut off: the lexer leaves it there, so that the next line is read as code again. */
export const QuotedNewline = token("QuotedNewline");

/** `${` or `${~` */
export const InterpolationStart = token("InterpolationStart");
/** `%{` or `%{~` */
export const DirectiveStart = token("DirectiveStart");
/** `~}`; without the strip marker, what ends a sequence is a `RightBrace`. */
export const StripEnd = token("StripEnd");

export const HeredocStart = token("HeredocStart");
/** A line that holds the marker alone; its line ending, which it must have, is a `Newline`. */
export const HeredocEnd = token("HeredocEnd");
export const HeredocText = token("HeredocText");
export const BareText = token("BareText");

/** A character (one or two units) with which nothing of the language begins. */
export const Invalid = token("Invalid");

/** Stands at the end of every token list: where the text ends. */
export const End = token("End");

/** A token; `image` is what stands at the offset. */
export function newToken(tokenType: TokenType, image: string, startOffset: number): IToken {
  return { image, startOffset, tokenType, tokenTypeIdx: tokenType.tokenTypeIdx ?? 0 };
}

/** A table by a token type's index, for what every token of a text is asked. */
export function byType<Value>(
  entries: Iterable<readonly [TokenType, Value]>,
): readonly (Value | undefined)[] {
  const size = Math.max(...vocabulary.map(({ tokenTypeIdx = 0 }) => tokenTypeIdx)) + 1;
  const table = Array.from<Value | undefined>({ length: size });
  for (const [{ tokenTypeIdx = 0 }, value] of entries) table[tokenTypeIdx] = value;
  return table;
}
