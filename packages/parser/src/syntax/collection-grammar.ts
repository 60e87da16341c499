import type { IOrAlt, IToken, TokenType } from "chevrotain";
import { trimmed } from "../trimmed.ts";
import { diagnostic } from "../text/diagnostic.ts";
import { span, type Span } from "../text/source.ts";
import type { Expression, ForExpression, FunctionCall, Identifier, ObjectItem } from "./ast.ts";
import { spanOf } from "./scan.ts";
import { SimpleGrammar } from "./simple-grammar.ts";
import type { ForVariables } from "./template-grammar.ts";
import * as t from "./tokens.ts";

/** The productions of what stands in brackets: lists, objects, `for` expressions and a call's arguments. */
export abstract class CollectionGrammar extends SimpleGrammar {
  // Actions and alternatives are made once: at every item, making them would take longer than choosing one.
  private readonly comma = (): IToken => this.CONSUME(t.Comma);

  /** "(" (expression ("," expression)* ","? "..."?)? ")" */
  protected readonly call = this.RULE("call", (name: Identifier): FunctionCall => {
    const open = this.CONSUME(t.LeftParenthesis);
    const list: Expression[] = [];
    let expanded = false;
    let highest = 0;
    this.within(t.RightParenthesis, () => {
      this.MANY(() => {
        list.push(this.simpleExpression() ?? this.SUBRULE(this.expression));
        highest = Math.max(highest, this.height);
        this.OPTION(() => {
          this.CONSUME(t.Ellipsis);
          expanded = true;
          if (!this.nextIs(t.RightParenthesis))
            this.fail("expansion-not-last", this.nextSpan(), { found: this.found() });
        });
        this.expectSeparator(open, t.RightParenthesis, "arguments", name);
        this.OPTION2(this.comma);
      });
      // An argument that is still to be written is one, too: an editor counts it.
      if (!this.nextIs(t.RightParenthesis)) list.push({ kind: "invalid", span: this.nextSpan() });
      this.expectCloser(t.RightParenthesis);
      this.CONSUME(t.RightParenthesis);
    });
    this.height = highest + 1;
    const end = this.lastEnd();
    return {
      kind: "call",
      name,
      arguments: trimmed(list),
      expanded,
      parentheses: this.spanFrom(open, end),
      span: this.RECORDING_PHASE ? this.spanFrom(open, end) : span(this.source, name.span.start, end),
    };
  });

  protected readonly parentheses = this.RULE("parentheses", (): Expression => {
    const open = this.CONSUME(t.LeftParenthesis);
    let inner: Expression | undefined;
    this.within(t.RightParenthesis, () => {
      inner = this.simpleExpression() ?? this.SUBRULE(this.expression);
      if (!this.nextIs(t.RightParenthesis))
        this.fail("missing-closer", this.nextSpan(), {
          what: "the parentheses",
          closer: ")",
          found: this.found(),
        });
      this.CONSUME(t.RightParenthesis);
    });
    const place = this.spanFrom(open, this.lastEnd());
    this.height += 1;
    return { kind: "parentheses", expression: inner ?? { kind: "invalid", span: place }, span: place };
  });

  protected readonly tuple = this.RULE("tuple", (): Expression => {
    const open = this.CONSUME(t.LeftBracket);
    const items: Expression[] = [];
    let highest = 0;
    let loop: ForParts | undefined;
    let isFor = false;
    this.within(t.RightBracket, () => {
      if (this.nextIsKeyword("for"))
        this.OPTION(() => {
          isFor = true;
          loop = this.SUBRULE(this.forParts, { ARGS: [t.RightBracket] });
          highest = this.height;
        });
      // Behind a `for` stands the closer, so that there are no items.
      this.MANY(() => {
        items.push(this.simpleExpression() ?? this.SUBRULE(this.expression));
        highest = Math.max(highest, this.height);
        this.expectSeparator(open, t.RightBracket, "items");
        this.OPTION2(this.comma);
      });
      if (!isFor) this.expectCloser(t.RightBracket);
      this.CONSUME(t.RightBracket);
    });
    this.height = highest + 1;
    const place = this.spanFrom(open, this.lastEnd());
    if (!isFor || this.RECORDING_PHASE) return { kind: "tuple", items: trimmed(items), span: place };
    return this.finishFor("tuple", loop, place);
  });

  protected readonly object = this.RULE("object", (): Expression => {
    const open = this.CONSUME(t.LeftBrace);
    const items: ObjectItem[] = [];
    let highest = 0;
    let loop: ForParts | undefined;
    let isFor = false;
    this.within(t.RightBrace, () => {
      if (this.nextIsKeyword("for"))
        this.OPTION(() => {
          isFor = true;
          loop = this.SUBRULE(this.forParts, { ARGS: [t.RightBrace] });
          highest = this.height;
        });
      this.MANY(() => {
        this.opener = open;
        const item = this.OR(this.objectLines);
        if (item === undefined) return;
        items.push(item);
        highest = Math.max(highest, this.height);
      });
      if (!isFor) this.expectCloser(t.RightBrace);
      this.CONSUME(t.RightBrace);
    });
    this.height = highest + 1;
    const place = this.spanFrom(open, this.lastEnd());
    if (!isFor || this.RECORDING_PHASE) return { kind: "object", items: trimmed(items), span: place };
    return this.finishFor("object", loop, place);
  });

  private opener: IToken | undefined;
  private readonly objectLines: IOrAlt<ObjectItem | undefined>[] = [
    { ALT: () => void this.CONSUME(t.Newline) },
    { ALT: () => this.SUBRULE(this.objectItem, { ARGS: [this.opener] }) },
  ];

  private readonly assignments: IOrAlt<IToken>[] = [
    { ALT: () => this.CONSUME(t.Equals) },
    { ALT: () => this.CONSUME(t.Colon) },
  ];

  private readonly separators: IOrAlt<IToken>[] = [
    { ALT: () => this.CONSUME(t.Comma) },
    { ALT: () => this.CONSUME(t.Newline) },
  ];
  private readonly separator = (): IToken => this.OR2(this.separators);

  /** key ("=" | ":") value ("," | newline)? */
  private readonly objectItem = this.RULE("objectItem", (open: IToken | undefined): ObjectItem => {
    const key = this.simpleExpression() ?? this.SUBRULE(this.expression);
    const keyHeight = this.height;
    if (!this.nextIs(t.Equals) && !this.nextIs(t.Colon)) {
      if (this.nextIs(t.End)) this.failUnclosed(open, "The object", "}");
      this.fail("missing-object-value", this.nextSpan(), { found: this.found() });
    }
    this.OR(this.assignments);
    const value = this.simpleExpression() ?? this.SUBRULE2(this.expression);
    this.height = Math.max(keyHeight, this.height);
    this.expectItemSeparator(open);
    this.OPTION(this.separator);
    if (this.RECORDING_PHASE || (key.kind !== "variable" && key.kind !== "boolean" && key.kind !== "null"))
      return { key: { kind: "computed", expression: key, span: key.span }, value };
    const name = key.kind === "variable" ? key.name : key.kind === "null" ? "null" : String(key.value);
    return { key: { kind: "name", name, span: key.span }, value };
  });

  /** "for" (name ",")? name "in" expression ":" (expression "=>")? expression "..."? ("if" expression)? */
  private readonly forParts = this.RULE("forParts", (closer: TokenType): ForParts => {
    this.CONSUME(t.Identifier);
    const { keyVariable, valueVariable } = this.SUBRULE(this.forVariables);
    const collection = this.simpleExpression() ?? this.SUBRULE(this.expression);
    let highest = this.height;
    if (!this.nextIs(t.Colon)) this.failFor('":"');
    this.CONSUME(t.Colon);
    let value = this.simpleExpression() ?? this.SUBRULE2(this.expression);
    highest = Math.max(highest, this.height);
    let key: Expression | undefined;
    this.OPTION(() => {
      this.CONSUME(t.FatArrow);
      key = value;
      value = this.simpleExpression() ?? this.SUBRULE3(this.expression);
      highest = Math.max(highest, this.height);
    });
    let dots: IToken | undefined;
    this.OPTION2(() => {
      dots = this.CONSUME(t.Ellipsis);
    });
    let condition: Expression | undefined;
    if (this.nextIsKeyword("if"))
      this.OPTION3(() => {
        this.CONSUME2(t.Identifier);
        condition = this.simpleExpression() ?? this.SUBRULE4(this.expression);
        highest = Math.max(highest, this.height);
      });
    if (!this.RECORDING_PHASE && !this.nextIs(closer)) this.failFor(closer === t.RightBrace ? '"}"' : '"]"');
    this.height = highest;
    return { keyVariable, valueVariable, collection, key, value, condition, dots };
  });

  private finishFor(result: ForExpression["result"], loop: ForParts | undefined, place: Span): Expression {
    if (loop === undefined) return { kind: "invalid", span: place };
    const { dots, ...parts } = loop;
    if (result === "tuple" && loop.key !== undefined)
      this.report(diagnostic("for-key-in-tuple", loop.key.span, {}));
    if (result === "tuple" && dots !== undefined)
      this.report(diagnostic("for-grouping-in-tuple", spanOf(this.source, dots), {}));
    if (result === "object" && loop.key === undefined)
      this.report(diagnostic("for-key-missing", loop.value.span, {}));
    return { kind: "for", result, ...parts, grouped: dots !== undefined, span: place };
  }

  /** Fails at anything else than a comma or the closer. */
  private expectSeparator(open: IToken, closer: TokenType, what: string, name?: Identifier): void {
    const next = this.LA(1).tokenType;
    if (next === t.Comma || next === closer) return;
    const sign = closer === t.RightBracket ? "]" : ")";
    if (next === t.End)
      this.failUnclosed(
        open,
        name === undefined ? "The list" : `The call of "${name.name}"`,
        sign,
        name?.span.start,
      );
    this.fail("missing-comma", this.nextSpan(), { what, closer: sign, found: this.found() });
  }

  private expectItemSeparator(open: IToken | undefined): void {
    const next = this.LA(1).tokenType;
    if (next === t.Comma || next === t.Newline || next === t.RightBrace) return;
    if (next === t.End) this.failUnclosed(open, "The object", "}");
    this.fail("missing-item-separator", this.nextSpan(), { found: this.found() });
  }

  private expectCloser(closer: TokenType): void {
    if (!this.nextIs(closer)) this.fail("expression-expected", this.nextSpan(), { found: this.found() });
  }

  protected failUnclosed(
    open: IToken | undefined,
    what: string,
    closer: string,
    start = open?.startOffset ?? 0,
  ): void {
    if (open === undefined) return;
    const place = span(this.source, start, open.startOffset + 1);
    this.fail("unclosed-bracket", place, { what, closer: `"${closer}"` });
  }
}

interface ForParts extends ForVariables {
  readonly collection: Expression;
  readonly key: Expression | undefined;
  readonly value: Expression;
  readonly condition: Expression | undefined;
  readonly dots: IToken | undefined;
}
