import type { IToken, TokenType } from "chevrotain";
import { diagnostic, type Diagnostic } from "../text/diagnostic.ts";
import { errorLimit } from "../text/diagnostic-limit.ts";
import { span, type Source, type Span } from "../text/source.ts";
import { close, closers } from "./brackets.ts";
import { isUnclosed, tokenize } from "./lexer.ts";
import { heredocMarker } from "./template-token.ts";
import * as tokens from "./tokens.ts";

/** How deep brackets, strings and heredocs may be nested in each other: Chevrotain needs 4 kB of stack for each. */
export const nestingLimit = 200;

/** What a text is read as. */
export type Form = "body" | "expression" | "template";

/** A text's tokens as the parser reads them: newlines only where they mean something, strings closed, an `End` last. */
export interface Scan {
  readonly tokens: IToken[];
  /** All tokens, as they were lexed. */
  readonly lexed: readonly IToken[];
  readonly comments: readonly IToken[];
  readonly diagnostics: readonly Diagnostic[];
  /** Behind its last line nothing is open: what follows can be read apart. */
  readonly complete: boolean;
  /** Nested deeper than the limit: not to be parsed. */
  readonly refused: boolean;
}

/** What is open, and whether a newline inside it ends something: in a block's or an object's braces it does. */
interface Open {
  readonly token: IToken;
  readonly kind: "block" | "object" | "quote" | "other";
}

interface State {
  readonly source: Source;
  readonly form: Form;
  readonly start: number;
  readonly end: number;
  readonly out: IToken[];
  readonly open: Open[];
  readonly diagnostics: Diagnostic[];
  /** How many characters were read again after strings that were cut off inside an interpolation. */
  reread: number;
}

/** How much of a text may be read again: so many times its length, and some more where it is short. */
const rereadLimit = { times: 3, characters: 100_000 };

type Role = "newline" | "brace" | "quote" | "opener" | "closer" | "cut";

const roles = tokens.byType<Role>([
  [tokens.Newline, "newline"],
  [tokens.LeftBrace, "brace"],
  [tokens.QuoteStart, "quote"],
  [tokens.LeftBracket, "opener"],
  [tokens.LeftParenthesis, "opener"],
  [tokens.InterpolationStart, "opener"],
  [tokens.DirectiveStart, "opener"],
  [tokens.HeredocStart, "opener"],
  [tokens.QuotedNewline, "cut"],
  ...closers.map((type) => [type, "closer"] as const),
]);

/** Reads the tokens of a source, or of a part of it. */
export function scan(source: Source, form: Form, start = 0, end = source.text.length): Scan {
  const state: State = { source, form, start, end, out: [], open: [], diagnostics: [], reread: 0 };
  let resume = start;
  for (;;) {
    const { tokens: lexed, comments } = tokenize(
      source.text,
      form === "template" && resume === 0 ? "bare" : "code",
      resume,
      end,
    );
    const outcome = layOut(state, lexed);
    if (typeof outcome === "number") {
      resume = outcome;
      continue;
    }
    checkLastComment(state, comments.at(-1));
    if (outcome === "too-deep") return refuse(state);
    const complete = state.open.length === 0 && endsInNewline(lexed, end);
    closeTemplates(state);
    state.out.push(tokens.newToken(tokens.End, "", end));
    return { tokens: state.out, lexed, comments, diagnostics: state.diagnostics, complete, refused: false };
  }
}

function endsInNewline(lexed: readonly IToken[], end: number): boolean {
  const last = lexed.at(-1);
  return last?.tokenType === tokens.Newline && last.startOffset + last.image.length === end;
}

/** Where a token is. */
export function spanOf(source: Source, token: IToken): Span {
  return span(source, token.startOffset, token.startOffset + token.image.length);
}

/** Copies what the parser needs; returns the offset from which the text is to be read again, if it is. */
function layOut(state: State, lexed: readonly IToken[]): number | "too-deep" | undefined {
  const { open, out } = state;
  for (let index = 0; index < lexed.length; index += 1) {
    const token = lexed[index];
    if (token === undefined) break;
    switch (roles[token.tokenTypeIdx]) {
      case undefined:
        break;
      case "newline":
        addNewline(state, token);
        continue;
      case "brace":
        open.push({ token, kind: braceKind(state, lexed, index) });
        break;
      case "quote":
        open.push({ token, kind: "quote" });
        break;
      case "opener":
        open.push({ token, kind: "other" });
        break;
      case "closer":
        close(open, token.tokenType);
        break;
      default: {
        const resume = cutString(state, token);
        if (resume !== undefined) return resume;
        continue;
      }
    }
    if (open.length > nestingLimit) return "too-deep";
    out.push(token);
  }
  return undefined;
}

function addNewline({ form, open, out }: State, token: IToken): void {
  const inside = open.at(-1)?.kind ?? (form === "body" ? "block" : "other");
  if (inside !== "block" && inside !== "object") return;
  if (out.at(-1)?.tokenType !== tokens.Newline) out.push(token);
}

// A newline by mistake.
const beforeBlockBrace: ReadonlySet<TokenType> = new Set([
  tokens.Identifier,
  tokens.PlainString,
  tokens.QuoteEnd,
  tokens.Newline,
]);

/** A brace opens a block after a name or label where blocks may be; otherwise an object, unless `for` follows. */
function braceKind({ form, open, out }: State, lexed: readonly IToken[], index: number): Open["kind"] {
  const before = out.at(-1)?.tokenType;
  const inBody = form === "body" && (open.length === 0 || open.at(-1)?.kind === "block");
  if (inBody && before !== undefined && beforeBlockBrace.has(before)) return "block";
  let next = index + 1;
  while (lexed[next]?.tokenType === tokens.Newline) next += 1;
  return lexed[next]?.image === "for" ? "other" : "object";
}

/** A string met its line's end. Inside an interpolation of another string, that one ends here too. */
function cutString(state: State, newline: IToken): number | undefined {
  const { open, out, source, start, end } = state;
  const at = newline.startOffset;
  const outermost = open.findIndex(({ token }) => isTemplateOpener(token));
  const first = open[outermost];
  const nested = outermost !== -1 && outermost < open.length - 1;
  const rest = end - at;
  const limit = (end - start) * rereadLimit.times + rereadLimit.characters;
  if (nested && first?.kind === "quote" && state.reread + rest <= limit) {
    state.reread += rest;
    while (open.length > outermost)
      if (open.pop()?.kind === "quote") out.push(tokens.newToken(tokens.QuoteEnd, "", at));
    return at;
  }
  const opener = open.pop();
  out.push(tokens.newToken(tokens.QuoteEnd, "", at));
  if (opener !== undefined) reportCut(state, "newline-in-string", opener.token, spanOf(source, newline));
  addNewline(state, newline);
  // A newline token's place in the token list is all that the parser asks of it.
  const last = out.at(-1);
  if (last === newline) out[out.length - 1] = tokens.newToken(tokens.Newline, newline.image, at);
  return undefined;
}

/** The place is where the closing quote is missing; where the string begins is shown beside it. */
function reportCut(
  state: State,
  code: "newline-in-string" | "unclosed-string",
  opener: IToken,
  place: Span,
): void {
  if (state.diagnostics.length > errorLimit) return;
  const related = [{ span: spanOf(state.source, opener), message: "the string begins here" }];
  state.diagnostics.push({ ...diagnostic(code, place, {}), related });
}

/** At the end of the text: closes the templates that are open, so that the parser can finish them. */
function closeTemplates(state: State): void {
  const { open, out, source, end } = state;
  const innermost = open.at(-1);
  if (innermost !== undefined && open.findIndex(({ token }) => isTemplateOpener(token)) === open.length - 1) {
    const { token } = innermost;
    if (token.tokenType === tokens.QuoteStart)
      reportCut(state, "unclosed-string", token, span(source, end, end));
    if (token.tokenType === tokens.HeredocStart)
      state.diagnostics.push(
        diagnostic(
          "unclosed-heredoc",
          span(source, token.startOffset, token.startOffset + token.image.trimEnd().length),
          { marker: heredocMarker(token) },
        ),
      );
  }
  for (const { token } of open.toReversed()) {
    if (token.tokenType === tokens.QuoteStart) out.push(tokens.newToken(tokens.QuoteEnd, "", end));
    if (token.tokenType === tokens.HeredocStart) out.push(tokens.newToken(tokens.HeredocEnd, "", end));
  }
}

function isTemplateOpener(token: IToken): boolean {
  return token.tokenType === tokens.QuoteStart || token.tokenType === tokens.HeredocStart;
}

function checkLastComment(state: State, last: IToken | undefined): void {
  if (last === undefined || !isUnclosed(last)) return;
  const start = last.startOffset;
  state.diagnostics.push(diagnostic("unclosed-comment", span(state.source, start, start + 2), {}));
}

function refuse({ open, source, diagnostics }: State): Scan {
  const deepest = open.at(-1)?.token;
  const place = deepest === undefined ? span(source, 0, 0) : spanOf(source, deepest);
  const tooDeep = diagnostic("nesting-too-deep", place, { limit: nestingLimit });
  return {
    tokens: [],
    lexed: [],
    comments: [],
    diagnostics: [...diagnostics, tooDeep],
    complete: false,
    refused: true,
  };
}
