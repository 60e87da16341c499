import type { IToken } from "chevrotain";
import { trimmed } from "../trimmed.ts";
import { diagnostic, type Diagnostic } from "../text/diagnostic.ts";
import { span, spanTo, type Source, type Span } from "../text/source.ts";
import type { Expression, Identifier, TemplateLiteral, TemplatePart } from "./ast.ts";
import { unescape } from "./escapes.ts";
import { nestingLimit, spanOf } from "./scan.ts";
import * as t from "./tokens.ts";

/** What may stand first in `%{ … }`. */
export const directiveNames: ReadonlySet<string> = new Set(["if", "else", "endif", "for", "endfor"]);

/** A template as it was read: literal text, interpolations, and directives that are not yet matched. */
export type Piece = { readonly kind: "text"; readonly token: IToken } | Sequence;

type Sequence = {
  /** `${~` or `%{~`: white space before it goes. */
  readonly stripsBefore: boolean;
  /** `~}`: white space after it goes. */
  readonly stripsAfter: boolean;
  readonly span: Span;
} & (
  | { readonly kind: "interpolation"; readonly expression: Expression }
  | { readonly kind: "if"; readonly condition: Expression }
  | {
      readonly kind: "for";
      readonly keyVariable: Identifier | undefined;
      readonly valueVariable: Identifier;
      readonly collection: Expression;
    }
  | { readonly kind: "else" | "endif" | "endfor" }
);

type Flat = TemplateLiteral | Sequence;

interface Assembled {
  readonly parts: readonly TemplatePart[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes a template's parts: escapes, strip markers, `<<-` indentation, then directives nested in each other. */
export function assembleTemplate(
  source: Source,
  pieces: readonly Piece[],
  place: Span,
  flush: boolean,
): Assembled {
  const diagnostics: Diagnostic[] = [];
  const [only] = pieces;
  if (pieces.length === 1 && only?.kind === "text" && !flush) {
    const where = spanOf(source, only.token);
    return {
      parts: [literal(where, only.token, diagnostics)],
      diagnostics,
    };
  }
  const flat = pieces.map((piece): Flat => {
    if (piece.kind !== "text") return piece;
    const where = spanOf(source, piece.token);
    return literal(where, piece.token, diagnostics);
  });
  strip(flat);
  if (flush) dedent(flat);
  const parts = nest(meld(flat), place, diagnostics);
  return { parts, diagnostics };
}

function literal(where: Span, { image, tokenType }: IToken, diagnostics: Diagnostic[]): TemplateLiteral {
  return {
    kind: "literal",
    value: unescape(where, image, tokenType === t.QuotedText, diagnostics),
    span: where,
  };
}

/** A strip marker takes the white space of the one literal beside it: in a heredoc, of that line. */
function strip(flat: Flat[]): void {
  for (let at = 0; at < flat.length; at += 1) {
    const piece = flat[at];
    if (piece === undefined || piece.kind === "literal") continue;
    const before = flat[at - 1];
    const after = flat[at + 1];
    if (piece.stripsBefore && before?.kind === "literal")
      flat[at - 1] = { ...before, value: before.value.trimEnd() };
    if (piece.stripsAfter && after?.kind === "literal")
      flat[at + 1] = { ...after, value: after.value.trimStart() };
  }
}

/** Takes the least indentation of any line from every line; blank lines don't count. */
function dedent(flat: Flat[]): void {
  const starts: number[] = [];
  let least = Number.POSITIVE_INFINITY;
  let atLineStart = true;
  for (let at = 0; at < flat.length; at += 1) {
    const piece = flat[at];
    if (piece === undefined) break;
    const isLiteral = piece.kind === "literal";
    if (atLineStart) {
      const indentation = isLiteral ? piece.value.length - piece.value.trimStart().length : 0;
      const blank = isLiteral && indentation === piece.value.length && piece.value.endsWith("\n");
      if (isLiteral && !blank) starts.push(at);
      if (!blank) least = Math.min(least, indentation);
    }
    atLineStart = isLiteral && piece.value.endsWith("\n");
  }
  for (const at of starts) {
    const line = flat[at];
    if (line?.kind !== "literal") continue;
    const where = span(line.span.source, line.span.start + least, line.span.end);
    flat[at] = { ...line, value: line.value.slice(least), span: where };
  }
}

/** Joins literals that stand side by side. */
function meld(flat: readonly Flat[]): readonly Flat[] {
  const melded: Flat[] = [];
  for (let at = 0; at < flat.length; at += 1) {
    const piece = flat[at];
    if (piece === undefined) break;
    let last = at;
    while (piece.kind === "literal" && flat[last + 1]?.kind === "literal") last += 1;
    if (last === at || piece.kind !== "literal") {
      melded.push(piece);
      continue;
    }
    const run = flat.slice(at, last + 1).filter((each) => each.kind === "literal");
    const end = run.at(-1) ?? piece;
    melded.push({
      kind: "literal",
      value: run.map(({ value }) => value).join(""),
      span: spanTo(piece.span, end.span),
    });
    at = last;
  }
  return melded;
}

/** An `if` or `for` whose end is yet to come. */
interface OpenDirective {
  readonly opener: Sequence & { readonly kind: "if" | "for" };
  readonly parts: TemplatePart[];
  otherwise: TemplatePart[] | undefined;
}

const closing = { if: "endif", for: "endfor" } as const;

function nest(flat: readonly Flat[], place: Span, diagnostics: Diagnostic[]): readonly TemplatePart[] {
  const root: TemplatePart[] = [];
  const open: OpenDirective[] = [];
  for (const piece of flat) {
    const top = open.at(-1);
    switch (piece.kind) {
      case "literal":
        partsOf(top, root).push(piece);
        break;
      case "interpolation":
        partsOf(top, root).push({ kind: "interpolation", expression: piece.expression, span: piece.span });
        break;
      case "if":
      case "for":
        if (open.length === nestingLimit) {
          diagnostics.push(diagnostic("nesting-too-deep", piece.span, { limit: nestingLimit }));
          return root;
        }
        open.push({ opener: piece, parts: [], otherwise: undefined });
        break;
      case "else":
        if (top?.opener.kind !== "if")
          diagnostics.push(unexpected("else", piece.span, "It stands between %{ if } and %{ endif }."));
        else if (top.otherwise !== undefined)
          diagnostics.push(unexpected("else", piece.span, "This %{ if } has had its %{ else }."));
        else top.otherwise = [];
        break;
      default:
        if (top === undefined)
          diagnostics.push(unexpected(piece.kind, piece.span, "Nothing is open that it could end."));
        else if (closing[top.opener.kind] === piece.kind) {
          open.pop();
          partsOf(open.at(-1), root).push(finish(top, piece.span));
        } else {
          const reason = `What is open is %{ ${top.opener.kind} }: it ends with %{ ${closing[top.opener.kind]} }.`;
          diagnostics.push(unexpected(piece.kind, piece.span, reason));
        }
    }
  }
  for (let top = open.pop(); top !== undefined; top = open.pop()) {
    const directive = top.opener.kind;
    if (diagnostics.length === 0)
      diagnostics.push(
        diagnostic("unclosed-directive", top.opener.span, { directive, closing: closing[directive] }),
      );
    partsOf(open.at(-1), root).push(finish(top, span(place.source, place.end, place.end)));
  }
  return trimmed(root);
}

/** Where the next part belongs. */
function partsOf(open: OpenDirective | undefined, root: TemplatePart[]): TemplatePart[] {
  return open === undefined ? root : (open.otherwise ?? open.parts);
}

function unexpected(directive: string, where: Span, reason: string): Diagnostic {
  return diagnostic("unexpected-directive", where, { directive, reason });
}

function finish({ opener, parts, otherwise }: OpenDirective, end: Span): TemplatePart {
  const whole = spanTo(opener.span, end);
  if (opener.kind === "if")
    // oxlint-disable-next-line unicorn/no-thenable -- it is an array, not a function: awaiting it does nothing
    return { kind: "if", condition: opener.condition, then: parts, otherwise, span: whole };
  const { keyVariable, valueVariable, collection } = opener;
  return { kind: "for", keyVariable, valueVariable, collection, parts, span: whole };
}
