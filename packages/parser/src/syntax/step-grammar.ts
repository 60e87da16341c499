import type { IToken } from "chevrotain";
import { diagnostic } from "../text/diagnostic.ts";
import { span } from "../text/source.ts";
import type { AttributeAccess, Expression, Index, SplatItem } from "./ast.ts";
import { CollectionGrammar } from "./collection-grammar.ts";
import { spanOf } from "./scan.ts";
import * as t from "./tokens.ts";

/** The productions of what follows a value: attributes, indexes and splats. */
export abstract class StepGrammar extends CollectionGrammar {
  /** (".name" | ".0" | ".*" … | "[" … "]")+ */
  protected readonly steps = this.RULE("steps", (from: Expression): Expression => {
    let result = from;
    const forms = [
      { ALT: () => this.SUBRULE(this.dotStep, { ARGS: [result] }) },
      { ALT: () => this.SUBRULE(this.bracketStep, { ARGS: [result] }) },
    ];
    this.AT_LEAST_ONE(() => {
      result = this.OR(forms);
    });
    return result;
  });

  private readonly dotStep = this.RULE("dotStep", (from: Expression): Expression => {
    const dot = this.CONSUME(t.Dot);
    this.height += 1;
    if (
      !this.RECORDING_PHASE &&
      !this.nextIs(t.Identifier) &&
      !this.nextIs(t.NumberDigits) &&
      !this.nextIs(t.Star)
    ) {
      // Left without panic: what was read so far is what an editor completes.
      this.reportOnce("attribute-name-expected", this.nextSpan(), { found: this.found() });
      return { kind: "invalid", span: span(this.source, from.span.start, dot.startOffset + 1) };
    }
    // What mostly follows takes no choice among alternatives, which would have to be made.
    if (!this.RECORDING_PHASE && this.nextIs(t.Identifier))
      return this.access(from, this.CONSUME(t.Identifier));
    return this.OR([
      { ALT: () => this.access(from, this.CONSUME(t.Identifier)) },
      { ALT: () => this.legacyIndex(from, dot, this.CONSUME(t.NumberDigits)) },
      { ALT: () => this.SUBRULE(this.attributeSplat, { ARGS: [from, dot] }) },
    ]);
  });

  /** "*" (".name" | ".0")*: what follows belongs to each item. */
  private readonly attributeSplat = this.RULE(
    "attributeSplat",
    (from: Expression, dot: IToken): Expression => {
      this.CONSUME(t.Star);
      const marker = this.RECORDING_PHASE ? this.nextSpan() : this.spanFrom(dot, this.lastEnd());
      let each: Expression = { kind: "splat-item", span: marker };
      this.MANY(() => {
        const next = this.CONSUME(t.Dot);
        this.height += 1;
        if (this.LA(1).tokenType === t.Star) this.fail("nested-splat", this.nextSpan(), {});
        if (!this.nextIs(t.Identifier) && !this.nextIs(t.NumberDigits))
          this.fail("attribute-name-expected", this.nextSpan(), { found: this.found() });
        this.OR([
          { ALT: () => (each = this.access(each, this.CONSUME(t.Identifier))) },
          { ALT: () => (each = this.legacyIndex(each, next, this.CONSUME(t.NumberDigits))) },
        ]);
      });
      if (this.RECORDING_PHASE) return from;
      const place = span(this.source, from.span.start, this.lastEnd());
      return { kind: "splat", form: "attribute-only", source: from, each, marker, span: place };
    },
  );

  /** "[*]" with every step after it, or "[" expression "]" */
  private readonly bracketStep = this.RULE("bracketStep", (from: Expression): Expression => {
    const open = this.CONSUME(t.LeftBracket);
    const height = this.height;
    let key: Expression | undefined;
    let isSplat = false;
    this.within(t.RightBracket, () => {
      this.OR([
        {
          ALT: () => {
            this.CONSUME(t.Star);
            isSplat = true;
          },
        },
        { ALT: () => (key = this.simpleExpression() ?? this.SUBRULE(this.expression)) },
      ]);
      if (this.nextIs(t.End)) this.failUnclosed(open, "The index", "]");
      if (!this.nextIs(t.RightBracket))
        this.fail("missing-closer", this.nextSpan(), { what: "the index", closer: "]", found: this.found() });
      this.CONSUME(t.RightBracket);
    });
    const marker = this.spanFrom(open, this.lastEnd());
    let each: Expression = { kind: "splat-item", span: marker } satisfies SplatItem;
    this.height = Math.max(height, this.height) + 1;
    if (isSplat || this.RECORDING_PHASE)
      this.OPTION(() => {
        this.enter();
        each = this.SUBRULE(this.steps, { ARGS: [each] });
        this.leave();
      });
    if (this.RECORDING_PHASE) return from;
    const place = span(this.source, from.span.start, this.lastEnd());
    if (isSplat) return { kind: "splat", form: "full", source: from, each, marker, span: place };
    return {
      kind: "index",
      source: from,
      key: key ?? { kind: "invalid", span: marker },
      legacy: false,
      span: place,
    };
  });

  private access(from: Expression, token: IToken): AttributeAccess {
    const name = this.identifier(token);
    const place = this.RECORDING_PHASE ? name.span : span(this.source, from.span.start, name.span.end);
    return { kind: "attribute-access", source: from, name, span: place };
  }

  private legacyIndex(from: Expression, dot: IToken, token: IToken): Index {
    const place = spanOf(this.source, token);
    const step = this.spanFrom(dot, place.end);
    const chained = token.image.includes(".");
    if (chained) this.report(diagnostic("chained-legacy-index", place, { digits: token.image }));
    const key: Expression = chained
      ? { kind: "invalid", span: step }
      : { kind: "number", digits: token.image, span: place };
    const whole = this.RECORDING_PHASE ? place : span(this.source, from.span.start, place.end);
    return { kind: "index", source: from, key, legacy: true, span: whole };
  }
}
