import type { IOrAlt, IToken, ParserMethod, TokenType } from "chevrotain";
import { suggest } from "../text/suggest.ts";
import type { Diagnostic } from "../text/diagnostic.ts";
import { span, type Span } from "../text/source.ts";
import type { Expression, Identifier, Template } from "./ast.ts";
import { unescape } from "./escapes.ts";
import { RecoveringParser } from "./recovery.ts";
import { spanOf } from "./scan.ts";
import { assembleTemplate, directiveNames, type Piece } from "./template.ts";
import * as t from "./tokens.ts";

const cutOff: ReadonlySet<TokenType> = new Set([
  t.End,
  t.PlainString,
  t.QuoteStart,
  t.QuoteEnd,
  t.HeredocEnd,
]);

/** The productions of templates. Each rule of an expression leaves its tree's height in `height`. */
export abstract class TemplateGrammar extends RecoveringParser {
  protected height = 0;
  protected abstract readonly expression: ParserMethod<[], Expression>;

  protected readonly plainTemplate = this.RULE("plainTemplate", (): Expression =>
    this.plain(this.CONSUME(t.PlainString)),
  );

  /** The template of a string without sequences. */
  protected plain(token: IToken): Template {
    const place = spanOf(this.source, token);
    if (token.image.length <= 2) return { kind: "template", form: "quoted", parts: [], span: place };
    const inner = span(this.source, place.start + 1, place.end - 1);
    const value = this.plainValue(token, inner);
    return {
      kind: "template",
      form: "quoted",
      parts: [{ kind: "literal", value, span: inner }],
      span: place,
    };
  }

  /** What a string without sequences says; `inner` is its place without the quotes. */
  protected plainValue(token: IToken, inner: Span): string {
    const found: Diagnostic[] = [];
    const value = unescape(inner, token.image.slice(1, -1), true, found);
    for (const each of found) this.report(each);
    return value;
  }

  protected readonly quotedTemplate = this.RULE("quotedTemplate", (): Expression => {
    const open = this.CONSUME(t.QuoteStart);
    const pieces = this.SUBRULE(this.pieces, { ARGS: [t.QuoteEnd] });
    this.CONSUME(t.QuoteEnd);
    return this.template("quoted", pieces, this.spanFrom(open, this.lastEnd()));
  });

  protected readonly heredoc = this.RULE("heredoc", (): Expression => {
    const open = this.CONSUME(t.HeredocStart);
    const pieces = this.SUBRULE(this.pieces, { ARGS: [t.HeredocEnd] });
    this.CONSUME(t.HeredocEnd);
    const place = this.spanFrom(open, this.lastEnd());
    return this.template("heredoc", pieces, place, open.image.startsWith("<<-"));
  });

  private readonly kinds: IOrAlt<Piece | undefined>[] = [
    { ALT: () => text(this.CONSUME(t.QuotedText)) },
    { ALT: () => text(this.CONSUME(t.HeredocText)) },
    { ALT: () => text(this.CONSUME(t.BareText)) },
    { ALT: () => this.SUBRULE(this.interpolation) },
    { ALT: () => this.SUBRULE(this.directive) },
  ];

  /** (text | interpolation | directive)* */
  protected readonly pieces = this.RULE("pieces", (closer: TokenType): Piece[] => {
    const list: Piece[] = [];
    let highest = 0;
    this.within(closer, () => {
      this.MANY(() => {
        this.height = 0;
        const piece = this.OR(this.kinds);
        highest = Math.max(highest, this.height);
        if (piece !== undefined) list.push(piece);
      });
    });
    this.height = highest + 1;
    return list;
  });

  private readonly interpolation = this.RULE("interpolation", (): Piece => {
    const open = this.CONSUME(t.InterpolationStart);
    let expression: Expression | undefined;
    this.within(t.RightBrace, () => {
      expression = this.SUBRULE(this.expression);
      this.SUBRULE(this.sequenceEnd, { ARGS: [open] });
    });
    const place = this.spanFrom(open, this.lastEnd());
    return {
      kind: "interpolation",
      expression: expression ?? { kind: "invalid", span: place },
      ...this.strips(open),
      span: place,
    };
  });

  /** "%{" ("if" expression | "else" | "endif" | "for" … "in" expression | "endfor") "}" */
  private readonly directive = this.RULE("directive", (): Piece | undefined => {
    const open = this.CONSUME(t.DirectiveStart);
    let piece: DirectiveParts | undefined;
    this.within(t.RightBrace, () => {
      const word = this.LA(1);
      if (!this.RECORDING_PHASE && !directiveNames.has(word.image))
        this.fail("directive-expected", this.nextSpan(), {
          found: this.found(),
          near: word.tokenType === t.Identifier ? suggest(word.image, directiveNames) : undefined,
        });
      this.CONSUME(t.Identifier);
      this.OPTION({
        GATE: () => word.image === "for",
        DEF: () => {
          const variables = this.SUBRULE(this.forVariables);
          piece = { kind: "for", ...variables, collection: this.SUBRULE(this.expression) };
        },
      });
      this.OPTION2({
        GATE: () => word.image === "if",
        DEF: () => {
          piece = { kind: "if", condition: this.SUBRULE2(this.expression) };
        },
      });
      if (word.image === "else" || word.image === "endif" || word.image === "endfor")
        piece = { kind: word.image };
      this.SUBRULE(this.sequenceEnd, { ARGS: [open] });
    });
    if (piece === undefined) return undefined;
    return { ...piece, ...this.strips(open), span: this.spanFrom(open, this.lastEnd()) };
  });

  /** (name ",")? name "in" */
  protected readonly forVariables = this.RULE("forVariables", (): ForVariables => {
    if (!this.nextIs(t.Identifier)) this.failFor("a name");
    const first = this.identifier(this.CONSUME(t.Identifier));
    let second: Identifier | undefined;
    this.OPTION(() => {
      this.CONSUME(t.Comma);
      if (!this.nextIs(t.Identifier)) this.failFor("a second name");
      second = this.identifier(this.CONSUME2(t.Identifier));
    });
    if (!this.nextIsKeyword("in")) this.failFor('"in"');
    this.CONSUME3(t.Identifier);
    return second === undefined
      ? { keyVariable: undefined, valueVariable: first }
      : { keyVariable: first, valueVariable: second };
  });

  private readonly sequenceEnd = this.RULE("sequenceEnd", (open: IToken): void => {
    if (!this.RECORDING_PHASE && !this.nextIs(t.RightBrace) && !this.nextIs(t.StripEnd)) {
      const opening = open.image.slice(0, 2);
      if (cutOff.has(this.LA(1).tokenType))
        this.fail("unclosed-interpolation", spanOf(this.source, open), { opening });
      this.fail("text-after-interpolation", this.nextSpan(), { opening, found: this.found() });
    }
    this.OR([{ ALT: () => this.CONSUME(t.RightBrace) }, { ALT: () => this.CONSUME(t.StripEnd) }]);
  });

  protected template(form: Template["form"], pieces: readonly Piece[], place: Span, flush = false): Template {
    if (this.RECORDING_PHASE) return { kind: "template", form, parts: [], span: place };
    const { parts, diagnostics } = assembleTemplate(this.source, pieces, place, flush);
    for (const each of diagnostics) this.report(each);
    return { kind: "template", form, parts, span: place };
  }

  protected failFor(expected: string): void {
    this.fail("invalid-for", this.nextSpan(), { expected, found: this.found() });
  }

  private strips(open: IToken): { readonly stripsBefore: boolean; readonly stripsAfter: boolean } {
    return { stripsBefore: open.image.endsWith("~"), stripsAfter: this.LA(0).tokenType === t.StripEnd };
  }
}

/** What a `for` names, in an expression or a directive. */
export interface ForVariables {
  readonly keyVariable: Identifier | undefined;
  readonly valueVariable: Identifier;
}

type DirectiveParts =
  | { readonly kind: "if"; readonly condition: Expression }
  | ({ readonly kind: "for"; readonly collection: Expression } & ForVariables)
  | { readonly kind: "else" | "endif" | "endfor" };

function text(token: IToken): Piece {
  return { kind: "text", token };
}
