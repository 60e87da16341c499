import { createToken, type IToken, type TokenType } from "chevrotain";

// What each of them looks like is in `code-token.ts` and `template-token.ts`: Chevrotain parses them, and does not lex.
export const Comment = createToken({ name: "Comment" });
export const Newline = createToken({ name: "Newline" });
export const Identifier = createToken({ name: "Identifier" });
export const NumberDigits = createToken({ name: "NumberDigits" });

export const LeftBrace = createToken({ name: "LeftBrace" });
export const RightBrace = createToken({ name: "RightBrace" });
export const LeftBracket = createToken({ name: "LeftBracket" });
export const RightBracket = createToken({ name: "RightBracket" });
export const LeftParenthesis = createToken({ name: "LeftParenthesis" });
export const RightParenthesis = createToken({ name: "RightParenthesis" });

export const Equals = createToken({ name: "Equals" });
export const FatArrow = createToken({ name: "FatArrow" });
export const Comma = createToken({ name: "Comma" });
export const Dot = createToken({ name: "Dot" });
export const Ellipsis = createToken({ name: "Ellipsis" });
export const Question = createToken({ name: "Question" });
export const Colon = createToken({ name: "Colon" });
export const DoubleColon = createToken({ name: "DoubleColon" });
export const Minus = createToken({ name: "Minus" });
export const Star = createToken({ name: "Star" });
export const Bang = createToken({ name: "Bang" });
/** Every operator that can only stand between two operands. */
export const Operator = createToken({ name: "Operator" });

/** A quoted template without sequences: one token, because most strings are such, and half of all tokens were theirs. */
export const PlainString = createToken({ name: "PlainString" });
export const QuoteStart = createToken({ name: "QuoteStart" });
export const QuoteEnd = createToken({ name: "QuoteEnd" });
export const QuotedText = createToken({ name: "QuotedText" });
/** A string that its line's end cut off: the lexer leaves it there, so that the next line is read as code again. */
export const QuotedNewline = createToken({ name: "QuotedNewline" });

/** `${` or `${~` */
export const InterpolationStart = createToken({ name: "InterpolationStart" });
/** `%{` or `%{~` */
export const DirectiveStart = createToken({ name: "DirectiveStart" });
/** `~}`; without the strip marker, what ends a sequence is a `RightBrace`. */
export const StripEnd = createToken({ name: "StripEnd" });

export const HeredocStart = createToken({ name: "HeredocStart" });
/** A line that holds the marker alone; its line ending, which it must have, is a `Newline`. */
export const HeredocEnd = createToken({ name: "HeredocEnd" });
export const HeredocText = createToken({ name: "HeredocText" });
export const BareText = createToken({ name: "BareText" });

/** A character (one or two units) with which nothing of the language begins. */
export const Invalid = createToken({ name: "Invalid" });

/** Stands at the end of every token list: where the text ends. */
export const End = createToken({ name: "End" });

/** Every kind of token, for the parser. */
export const vocabulary: readonly TokenType[] = [
  Comment,
  Newline,
  Identifier,
  NumberDigits,
  LeftBrace,
  RightBrace,
  LeftBracket,
  RightBracket,
  LeftParenthesis,
  RightParenthesis,
  Equals,
  FatArrow,
  Comma,
  Dot,
  Ellipsis,
  Question,
  Colon,
  DoubleColon,
  Minus,
  Star,
  Bang,
  Operator,
  PlainString,
  QuoteStart,
  QuoteEnd,
  QuotedText,
  QuotedNewline,
  InterpolationStart,
  DirectiveStart,
  StripEnd,
  HeredocStart,
  HeredocEnd,
  HeredocText,
  BareText,
  Invalid,
  End,
];

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
