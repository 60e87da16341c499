import { createToken, Lexer, type CustomPatternMatcherFunc, type IToken, type TokenType } from "chevrotain";
import {
  anyOf,
  bareText,
  comment,
  heredocText,
  identifier,
  invalid,
  plainString,
  quotedText,
} from "./matchers.ts";

// Chevrotain looks a token up by its first character. Above 255 it keeps one slot per 255 characters: naming one of
// each slot names them all.
const ascii = Array.from({ length: 256 }, (_, code) => code);
const beyondAscii = Array.from({ length: 258 }, (_, slot) => Math.min(256 + slot * 255, 0xff_ff));
const anyCharacter = [...ascii, ...beyondAscii];
const identifierStart = anyCharacter.filter(
  (code) => code > 127 || /[A-Za-z_]/.test(String.fromCharCode(code)),
);

function custom(
  name: string,
  pattern: CustomPatternMatcherFunc,
  hint: readonly (number | string)[],
  more: { readonly push_mode?: string; readonly pop_mode?: boolean; readonly group?: string } = {},
): TokenType {
  return createToken({ name, pattern, start_chars_hint: [...hint], line_breaks: true, ...more });
}

/** A token that is one of some fixed texts. */
function fixed(
  name: string,
  texts: readonly string[],
  more: { readonly push_mode?: string; readonly pop_mode?: boolean } = {},
): TokenType {
  return custom(name, anyOf(texts), [...new Set(texts.map((text) => text.charAt(0)))], more);
}

// Every pattern says what it begins with, so that Chevrotain need not parse the expressions each time a program starts.
const Whitespace = createToken({
  name: "Whitespace",
  pattern: /[ \t]+/,
  start_chars_hint: [" ", "\t"],
  group: Lexer.SKIPPED,
});
const ByteOrderMark = custom(
  "ByteOrderMark",
  (_text, offset) => (offset === 0 ? ["\uFEFF"] : null),
  [0xfe_ff],
  { group: Lexer.SKIPPED },
);
export const Comment = custom("Comment", comment, ["#", "/"], { group: "comments" });

export const Newline = fixed("Newline", ["\n", "\r\n"]);
export const Identifier = custom("Identifier", identifier, identifierStart);
export const NumberDigits = createToken({
  name: "NumberDigits",
  // As the reference cuts it, 1.2.3 included: the grammar says which of them are numbers.
  pattern: /[0-9](?:(?:[0-9.]|[eE][+-]?[0-9])*(?:[0-9]|[eE][+-]?[0-9]))?/,
  start_chars_hint: "0123456789".split(""),
});

export const LeftBrace = createToken({ name: "LeftBrace", pattern: "{", push_mode: "code" });
export const RightBrace = createToken({ name: "RightBrace", pattern: "}", pop_mode: true });
export const LeftBracket = createToken({ name: "LeftBracket", pattern: "[" });
export const RightBracket = createToken({ name: "RightBracket", pattern: "]" });
export const LeftParenthesis = createToken({ name: "LeftParenthesis", pattern: "(" });
export const RightParenthesis = createToken({ name: "RightParenthesis", pattern: ")" });

export const Equals = createToken({ name: "Equals", pattern: "=" });
export const FatArrow = fixed("FatArrow", ["=>"]);
export const Comma = createToken({ name: "Comma", pattern: "," });
export const Dot = createToken({ name: "Dot", pattern: "." });
export const Ellipsis = fixed("Ellipsis", ["..."]);
export const Question = createToken({ name: "Question", pattern: "?" });
export const Colon = createToken({ name: "Colon", pattern: ":" });
export const DoubleColon = fixed("DoubleColon", ["::"]);
export const Minus = createToken({ name: "Minus", pattern: "-" });
export const Star = createToken({ name: "Star", pattern: "*" });
export const Bang = createToken({ name: "Bang", pattern: "!" });
/** Every operator that can only stand between two operands. */
export const Operator = fixed("Operator", ["==", "!=", "<=", ">=", "&&", "||", "<", ">", "+", "/", "%"]);

/** A quoted template without sequences: one token, because most strings are such, and half of all tokens were theirs. */
export const PlainString = custom("PlainString", plainString, ['"']);
export const QuoteStart = createToken({ name: "QuoteStart", pattern: '"', push_mode: "quoted" });
export const QuoteEnd = createToken({ name: "QuoteEnd", pattern: '"', pop_mode: true });
export const QuotedText = custom("QuotedText", quotedText, anyCharacter);
/** A string that its line's end cut off: the lexer leaves it there, so that the next line is read as code again. */
export const QuotedNewline = fixed("QuotedNewline", ["\n", "\r", "\r\n"], { pop_mode: true });

/** `${` or `${~` */
export const InterpolationStart = fixed("InterpolationStart", ["${", "${~"], { push_mode: "code" });
/** `%{` or `%{~` */
export const DirectiveStart = fixed("DirectiveStart", ["%{", "%{~"], { push_mode: "code" });
/** `~}`; without the strip marker, what ends a sequence is a `RightBrace`. */
export const StripEnd = fixed("StripEnd", ["~}"], { pop_mode: true });

// The markers of the heredocs that are open, innermost last. Lexing is synchronous and `tokenize` begins with none.
const openHeredocs: string[] = [];
const heredocOpener = /<<-?([\p{ID_Start}_][\p{ID_Continue}-]*)\r?\n/uy;

export const HeredocStart = custom(
  "HeredocStart",
  (text, offset) => {
    heredocOpener.lastIndex = offset;
    const match = heredocOpener.exec(text);
    if (match === null) return null;
    openHeredocs.push(match[1] ?? "");
    return [match[0]];
  },
  ["<"],
  { push_mode: "heredoc" },
);

/** A line that holds the marker alone; its line ending, which it must have, is a `Newline`. */
export const HeredocEnd = custom(
  "HeredocEnd",
  (text, offset) => {
    const marker = openHeredocs.at(-1);
    if (marker === undefined || text.charCodeAt(offset - 1) !== 10) return null;
    const lineEnd = text.indexOf("\n", offset);
    const line = text.slice(offset, lineEnd);
    if (lineEnd === -1 || line.trim() !== marker) return null;
    openHeredocs.pop();
    return [line.endsWith("\r") ? line.slice(0, -1) : line];
  },
  anyCharacter,
  { pop_mode: true },
);
export const HeredocText = custom("HeredocText", heredocText, anyCharacter);
export const BareText = custom("BareText", bareText, anyCharacter);

/** A character (one or two units) with which nothing of the language begins. */
export const Invalid = custom("Invalid", invalid, anyCharacter);

/** Stands at the end of every token list: where the text ends. */
export const End = createToken({ name: "End", pattern: Lexer.NA });

const modes = {
  code: [
    Whitespace,
    Newline,
    // Before names, in which it may stand but not first.
    Minus,
    Identifier,
    PlainString,
    QuoteStart,
    NumberDigits,
    Comment,
    HeredocStart,
    Ellipsis,
    DoubleColon,
    FatArrow,
    Operator,
    StripEnd,
    Dot,
    Equals,
    LeftBrace,
    RightBrace,
    LeftBracket,
    RightBracket,
    LeftParenthesis,
    RightParenthesis,
    Comma,
    Question,
    Colon,
    Star,
    Bang,
    ByteOrderMark,
    Invalid,
  ],
  quoted: [QuoteEnd, InterpolationStart, DirectiveStart, QuotedText, QuotedNewline],
  heredoc: [HeredocEnd, InterpolationStart, DirectiveStart, HeredocText],
  bare: [ByteOrderMark, InterpolationStart, DirectiveStart, BareText],
};

/** What a text is read as: code of a body or an expression, or a template without quotes. */
export type Mode = "code" | "bare";

/** Every kind of token, for the parser. */
export const vocabulary: readonly TokenType[] = [...new Set([...Object.values(modes).flat(), End])];

/** Makes the lexer; exported so that a test can insist on Chevrotain's optimizations. */
export function createLexer(ensureOptimizations = false): Lexer {
  return new Lexer(
    { modes, defaultMode: "code" },
    { positionTracking: "onlyOffset", ensureOptimizations, skipValidations: !ensureOptimizations },
  );
}

let lexer: Lexer | undefined;

/** What was lexed: the tokens and, apart, the comments. */
export interface Lexed {
  readonly tokens: readonly IToken[];
  readonly comments: readonly IToken[];
}

/** The tokens of a part of a text. The lexer itself finds no errors: what it can't read is `Invalid`. */
export function tokenize(text: string, mode: Mode, start = 0, end = text.length): Lexed {
  openHeredocs.length = 0;
  lexer ??= createLexer();
  const { tokens, groups } = lexer.tokenize(text.slice(start, end), mode);
  const comments = groups["comments"] ?? [];
  if (start > 0) {
    for (const token of tokens) token.startOffset += start;
    for (const comment of comments) comment.startOffset += start;
  }
  return { tokens, comments };
}
