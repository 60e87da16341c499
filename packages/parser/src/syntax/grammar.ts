import type { IOrAlt, IToken, TokenType } from "chevrotain";
import { trimmed } from "../trimmed.ts";
import { diagnostic, type Diagnostic } from "../text/diagnostic.ts";
import { span, spanTo, type Source } from "../text/source.ts";
import type { Attribute, Block, Body, BodyItem, Expression, Identifier, Label, Template } from "./ast.ts";
import { LabelGrammar } from "./label-grammar.ts";
import { spanOf } from "./scan.ts";
import * as t from "./tokens.ts";

const nowhere = span({ name: "", text: "" }, 0, 0);
const nothing: Expression = { kind: "invalid", span: nowhere };

/** The whole grammar: bodies, over the productions of labels and expressions. Take the one instance from `grammar()`. */
export class Grammar extends LabelGrammar {
  constructor() {
    super();
    this.performSelfAnalysis();
  }

  /** Begins with a file, whose sections are read in turn. */
  beginFile(source: Source): void {
    this.begin(source);
    this.fileAttributes = new Map();
  }

  /** Reads a section of the file: what is defined in it. */
  readSection(input: IToken[]): readonly BodyItem[] {
    this.unmute();
    this.input = input;
    return this.section();
  }

  /** Reads one expression and nothing else. */
  readExpression(source: Source, input: IToken[]): Expression {
    this.begin(source);
    this.input = input;
    return this.wholeExpression();
  }

  /** Reads a template without quotes. */
  readTemplate(source: Source, input: IToken[]): Template {
    this.begin(source);
    this.input = input;
    return this.wholeTemplate();
  }

  /** What was wrong with the text that was read last. */
  get problems(): readonly Diagnostic[] {
    return this.diagnostics;
  }

  private fileAttributes = new Map<string, Attribute>();

  private readonly section = this.RULE("section", (): readonly BodyItem[] => {
    const items = this.SUBRULE(this.body, { ARGS: [t.End, this.fileAttributes] });
    this.CONSUME(t.End);
    return items;
  });

  private readonly wholeExpression = this.RULE("wholeExpression", (): Expression => {
    let result: Expression | undefined;
    this.attempt(() => {
      result = this.simpleExpression() ?? this.SUBRULE(this.expression);
      if (!this.nextIs(t.End)) this.fail("trailing-text", this.nextSpan(), { found: this.found() });
    });
    this.CONSUME(t.End);
    return result ?? { kind: "invalid", span: span(this.source, 0, this.source.text.length) };
  });

  private readonly wholeTemplate = this.RULE("wholeTemplate", (): Template => {
    const pieces = this.SUBRULE(this.pieces, { ARGS: [t.End] });
    this.CONSUME(t.End);
    return this.template("bare", pieces, span(this.source, 0, this.source.text.length));
  });

  private readonly lines: IOrAlt<BodyItem | undefined>[] = [
    { ALT: () => void this.CONSUME(t.Newline) },
    { ALT: () => this.SUBRULE(this.bodyItem) },
  ];

  /** (newline | item)*, where what is neither is left out up to the next line. */
  private readonly body = this.RULE("body", (closer: TokenType, named?: Attributes): readonly BodyItem[] => {
    const items: BodyItem[] = [];
    let attributes = named;
    do {
      this.MANY(() => {
        const item = this.OR(this.lines);
        if (item === undefined) return;
        if (items.length === fewItems) attributes ??= attributesOf(items);
        if (this.isFirst(item, items, attributes)) items.push(item);
      });
    } while (this.leavesBadItem(closer));
    return trimmed(items);
  });

  // Alternatives and actions are made once: at every item, making them would take longer than choosing one.
  private itemName: Identifier = { name: "", span: nowhere };
  private readonly itemForms: IOrAlt<BodyItem>[] = [
    { ALT: () => this.SUBRULE(this.attribute, { ARGS: [this.itemName] }) },
    { ALT: () => this.SUBRULE(this.block, { ARGS: [this.itemName] }) },
  ];
  private readonly newline = (): IToken => this.CONSUME(t.Newline);

  /** name (attribute | block) newline */
  private readonly bodyItem = this.RULE("bodyItem", (): BodyItem | undefined => {
    let item: BodyItem | undefined;
    this.attempt(() => {
      const name = this.identifier(this.CONSUME(t.Identifier));
      if (!this.nextIs(t.Equals) && !this.beginsBlock()) this.failMissingEquals(name);
      this.itemName = name;
      item = this.OR(this.itemForms);
      this.expectLineEnd(item);
      this.OPTION(this.newline);
      this.unmute();
    });
    return item;
  });

  private readonly attribute = this.RULE("attribute", (name: Identifier): Attribute => {
    this.CONSUME(t.Equals);
    const next = this.LA(1);
    let expression = this.simpleExpression();
    if (expression === undefined)
      this.tolerate(() => {
        expression = this.SUBRULE(this.expression);
      });
    if (this.RECORDING_PHASE) return { kind: "attribute", name, expression: nothing, span: nowhere };
    const end = expression === undefined ? this.lastEnd() : Math.max(expression.span.end, this.lastEnd());
    return {
      kind: "attribute",
      name,
      expression: expression ?? { kind: "invalid", span: spanOf(this.source, next) },
      span: span(this.source, name.span.start, end),
    };
  });

  /** label* "{" (newline body | attribute?) "}" */
  private readonly block = this.RULE("block", (type: Identifier): Block => {
    let labels: Label[] | undefined;
    this.MANY(() => {
      const label = this.SUBRULE(this.label);
      if (labels === undefined) labels = [label];
      else labels.push(label);
    });
    let items: readonly BodyItem[] = [];
    let open: IToken | undefined;
    let closed = false;
    if (this.RECORDING_PHASE || this.opensBlock(type.name))
      this.OPTION(() => {
        open = this.CONSUME(t.LeftBrace);
        const brace = open;
        this.within(t.RightBrace, () => {
          let alone: Attribute | undefined;
          this.OPTION2(() => {
            alone = this.SUBRULE(this.oneLineAttribute);
            items = [alone];
            if (!this.nextIs(t.RightBrace)) this.failInOneLine(type, brace);
          });
          if (alone === undefined || this.RECORDING_PHASE)
            items = this.SUBRULE(this.body, { ARGS: [t.RightBrace] });
          if (!this.nextIs(t.RightBrace))
            this.fail("unclosed-block", spanOf(this.source, brace), { type: type.name });
          this.CONSUME(t.RightBrace);
          closed = true;
        });
      });
    if (this.RECORDING_PHASE)
      return { kind: "block", type, labels: noLabels, body: noBody, span: nowhere, header: nowhere };
    const last = labels?.at(-1);
    const header = last === undefined ? type.span : spanTo(type.span, last.span);
    const end = open === undefined ? header.end : this.blockEnd(closed);
    const body = span(this.source, open?.startOffset ?? end, end);
    const place = span(this.source, type.span.start, end);
    return {
      kind: "block",
      type,
      labels: labels ?? noLabels,
      body: { kind: "body", items, span: body },
      span: place,
      header,
    };
  });

  private readonly oneLineAttribute = this.RULE("oneLineAttribute", (): Attribute => {
    const name = this.identifier(this.CONSUME(t.Identifier));
    if (!this.nextIs(t.Equals)) {
      const place = this.spanBetween(name.span, this.nextSpan().end);
      if (this.beginsBlock()) this.fail("nested-block-in-one-line", place, { name: name.name });
      this.failMissingEquals(name);
    }
    return this.SUBRULE(this.attribute, { ARGS: [name] });
  });

  /** One that is not closed goes on to the end of the text: what is typed there belongs to it. */
  private blockEnd(closed: boolean): number {
    return !closed && this.nextIs(t.End) ? this.source.text.length : this.lastEnd();
  }

  /** Whether an attribute is not set twice in its body; the first stays. */
  private isFirst(item: BodyItem, items: readonly BodyItem[], attributes: Attributes | undefined): boolean {
    if (item.kind === "block" || this.RECORDING_PHASE) return true;
    const { name, span: place } = item.name;
    const first = attributes === undefined ? attributeIn(items, name) : attributes.get(name);
    if (first === undefined) {
      attributes?.set(name, item);
      return true;
    }
    const related = [{ span: first.name.span, message: "it is first set here" }];
    this.report({ ...diagnostic("duplicate-attribute", place, { name }), related });
    return false;
  }

  private leavesBadItem(closer: TokenType): boolean {
    const next = this.LA(1).tokenType;
    if (this.RECORDING_PHASE || next === t.End || next === closer) return false;
    this.attempt(() => {
      if (next === t.QuoteStart || next === t.PlainString)
        this.fail("quoted-attribute-name", this.nextSpan(), {});
      this.fail("item-expected", this.nextSpan(), { found: this.found() });
    });
    return true;
  }

  private beginsBlock(): boolean {
    return this.RECORDING_PHASE || headerGoesOn.has(this.LA(1).tokenType);
  }

  private failMissingEquals({ name, span: place }: Identifier): void {
    this.fail("missing-equals", place, { name, found: this.found() });
  }

  /** Fails at anything else but a newline or the text's end. */
  private expectLineEnd(item: BodyItem): void {
    if (this.nextIs(t.Newline) || this.nextIs(t.End)) return;
    const found = this.found();
    if (item.kind === "attribute")
      this.fail("missing-newline-after-attribute", this.nextSpan(), { name: item.name.name, found });
    else this.fail("missing-newline-after-block", this.nextSpan(), { type: item.type.name, found });
  }

  /** Whether a block's brace is next. A header without one is still a block, which an editor can complete. */
  private opensBlock(type: string): boolean {
    if (this.nextIs(t.LeftBrace)) return true;
    const place = this.nextSpan();
    if (this.nextIs(t.Equals)) this.reportOnce("equals-in-block-header", place, { type });
    else if (this.nextIs(t.Newline)) {
      this.reportOnce("block-without-brace", place, { type });
      if (this.LA(2).tokenType === t.LeftBrace) {
        this.SKIP_TOKEN();
        this.unmute();
        return true;
      }
    } else this.reportOnce("invalid-block-header", place, { type, found: this.found() });
    return false;
  }

  private failInOneLine({ name: type }: Identifier, brace: IToken): void {
    if (this.nextIs(t.End)) this.fail("unclosed-block", spanOf(this.source, brace), { type });
    this.fail("one-line-block-goes-on", this.nextSpan(), { type, found: this.found() });
  }
}

const noLabels: readonly Label[] = [];

const headerGoesOn: ReadonlySet<TokenType> = new Set([
  t.LeftBrace,
  t.PlainString,
  t.QuoteStart,
  t.Identifier,
]);

/** Those of a body that were read, by name. */
type Attributes = Map<string, Attribute>;

/** Up to how many items of a body are looked through for a name, rather than kept by name. */
const fewItems = 8;

function attributeIn(items: readonly BodyItem[], name: string): Attribute | undefined {
  for (const item of items) if (item.kind === "attribute" && item.name.name === name) return item;
  return undefined;
}

function attributesOf(items: readonly BodyItem[]): Attributes {
  const attributes = items.filter((item) => item.kind === "attribute");
  return new Map(attributes.map((item) => [item.name.name, item]));
}

const noBody: Body = { kind: "body", items: [], span: nowhere };
