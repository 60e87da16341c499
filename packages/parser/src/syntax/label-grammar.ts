import type { IOrAlt, IToken } from "chevrotain";
import { diagnostic, type Diagnostic } from "../text/diagnostic.ts";
import { span } from "../text/source.ts";
import type { Label } from "./ast.ts";
import { unescape } from "./escapes.ts";
import { ExpressionGrammar } from "./expression-grammar.ts";
import { spanOf } from "./scan.ts";
import type { Piece } from "./template.ts";
import * as t from "./tokens.ts";

/** The labels of blocks, over the productions of templates. */
export abstract class LabelGrammar extends ExpressionGrammar {
  private readonly labelForms: IOrAlt<Label>[] = [
    { ALT: () => this.plainLabel(this.CONSUME(t.PlainString)) },
    { ALT: () => this.bareLabel(this.CONSUME(t.Identifier)) },
    { ALT: () => this.SUBRULE(this.quotedLabel) },
  ];

  protected readonly label = this.RULE("label", (): Label => this.OR(this.labelForms));

  private bareLabel(token: IToken): Label {
    const { name, span: place } = this.identifier(token);
    return { value: name, quoted: false, span: place };
  }

  private plainLabel(token: IToken): Label {
    const place = spanOf(this.source, token);
    const value = this.plainValue(token, span(this.source, place.start + 1, place.end - 1));
    return { value, quoted: true, span: place };
  }

  /** One with sequences, which is a mistake. */
  private readonly quotedLabel = this.RULE("quotedLabel", (): Label => {
    const open = this.CONSUME(t.QuoteStart);
    const pieces = this.SUBRULE(this.pieces, { ARGS: [t.QuoteEnd] });
    this.CONSUME(t.QuoteEnd);
    const place = this.spanFrom(open, this.lastEnd());
    const value = this.RECORDING_PHASE ? "" : pieces.map((piece) => this.plainText(piece)).join("");
    return { value, quoted: true, span: place };
  });

  /** A label's piece as text; a sequence in it is reported, and stands for itself. */
  private plainText(piece: Piece): string {
    if (piece.kind === "text") {
      const found: Diagnostic[] = [];
      const value = unescape(spanOf(this.source, piece.token), piece.token.image, true, found);
      for (const each of found) this.report(each);
      return value;
    }
    const { start } = piece.span;
    const opening = this.source.text.slice(start, start + 2);
    this.report(diagnostic("template-in-label", span(this.source, start, start + 2), { opening }));
    return `${opening} ... }`;
  }
}
