import type { IToken } from "chevrotain";
import { tokenize } from "../syntax/lexer.ts";
import * as t from "../syntax/tokens.ts";
import { span, type Source, type Span } from "../text/source.ts";
import { beginReading, readTokens, type Reading } from "./statements.ts";

/** Where a cursor stands in a text that is being typed, and so is seldom right. */
export interface Cursor {
  /** The types of the blocks around it, outermost first. */
  readonly blocks: readonly string[];
  /** The attributes and blocks written in the innermost, those behind the cursor too. */
  readonly written: readonly string[];
  readonly place: CursorPlace;
  /** The word at the cursor, begun or whole: what a completion replaces. */
  readonly word: Span;
}

/** What may stand at a cursor. */
export type CursorPlace =
  | { readonly kind: "item" }
  /** The text of a quoted string. */
  | { readonly kind: "text"; readonly attribute: string }
  /** `path` is what stands before the word: `["var"]` behind `var.`. */
  | { readonly kind: "expression"; readonly attribute: string; readonly path: readonly string[] }
  /** A label, a comment, or what only the author knows. */
  | { readonly kind: "nothing" };

/** What stands around an offset. */
export function cursorAt(source: Source, offset: number): Cursor {
  const { tokens, comments } = tokenize(source.text.slice(0, offset), "code");
  const last = tokens.at(-1);
  const begun = last?.tokenType === t.Identifier && endOf(last) === offset ? last : undefined;
  const before = begun === undefined ? tokens : tokens.slice(0, -1);
  const reading = beginReading();
  readTokens(reading, before);
  const body = reading.open.findLast((each) => each.kind === "body");
  const isComment = comments.some((each) => endOf(each) === offset && !/\*\/$|\n$/.test(each.image));
  const text = reading.open.at(-1)?.kind === "text" ? last : undefined;
  return {
    blocks: reading.open.flatMap((each) => (each.kind === "body" && each.type !== "" ? [each.type] : [])),
    written: [...(body?.written ?? []), ...writtenBelow(source, offset)],
    place: isComment ? { kind: "nothing" } : placeIn(reading, before),
    word:
      text === undefined
        ? wordAt(source, begun?.startOffset ?? offset, offset)
        : textAt(source, text, offset),
  };
}

function placeIn({ open, words, attribute }: Reading, before: readonly IToken[]): CursorPlace {
  const top = open.at(-1);
  if (attribute === undefined)
    return { kind: top?.kind === "body" && words.length === 0 ? "item" : "nothing" };
  if (top?.kind === "text") {
    const isPlain = [before.at(-1), before.at(-2)].some((each) => each?.tokenType === t.QuoteStart);
    return isPlain ? { kind: "text", attribute } : { kind: "nothing" };
  }
  const path = pathBefore(before);
  return path === undefined ? { kind: "nothing" } : { kind: "expression", attribute, path };
}

/** The names that lead to the word, each with a dot behind it; undefined where they come from something else. */
function pathBefore(tokens: readonly IToken[]): readonly string[] | undefined {
  const path: string[] = [];
  let at = tokens.length - 1;
  for (; tokens[at]?.tokenType === t.Dot; at -= 1) {
    at -= 1;
    const key = tokens[at]?.tokenType === t.RightBracket ? tokens[at - 1] : undefined;
    if (key?.tokenType === t.PlainString && tokens[at - 2]?.tokenType === t.LeftBracket) {
      path.unshift(key.image.slice(1, -1));
      at -= 3;
    }
    const name = tokens[at];
    if (name?.tokenType !== t.Identifier) return undefined;
    path.unshift(name.image);
  }
  const previous = tokens[at];
  return previous !== undefined && finished.has(previous.tokenType) ? undefined : path;
}

/** Behind these an expression goes on with an operator, not with a name. */
const finished = new Set([
  t.Identifier,
  t.NumberDigits,
  t.PlainString,
  t.QuoteEnd,
  t.RightBracket,
  t.RightParenthesis,
  t.RightBrace,
]);

const wordRest = /[\p{ID_Continue}-]*/uy;

function wordAt(source: Source, start: number, offset: number): Span {
  wordRest.lastIndex = offset;
  return span(source, start, offset + (wordRest.exec(source.text)?.[0].length ?? 0));
}

/** The whole text between quotes, as far as it is on the cursor's line. */
function textAt(source: Source, last: IToken, offset: number): Span {
  const start = last.tokenType === t.QuoteStart ? endOf(last) : last.startOffset;
  const rest = /^[^"\r\n]*/.exec(source.text.slice(offset, offset + 1000))?.[0] ?? "";
  return span(source, start, offset + rest.length);
}

/** What is written on the lines below the cursor, up to the end of its body. */
function writtenBelow({ text }: Source, offset: number): readonly string[] {
  const lineEnd = text.indexOf("\n", offset);
  if (lineEnd === -1) return [];
  const reading = beginReading();
  const body = reading.open[0];
  for (const token of tokenize(text, "code", lineEnd).tokens) {
    if (token.tokenType === t.RightBrace && reading.open.length === 1) break;
    readTokens(reading, [token]);
  }
  return body?.kind === "body" ? body.written : [];
}

function endOf({ startOffset, image }: IToken): number {
  return startOffset + image.length;
}
