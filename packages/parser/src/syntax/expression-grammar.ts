import type { IToken, TokenType } from "chevrotain";
import { diagnostic } from "../text/diagnostic.ts";
import { span, spanTo, type Span } from "../text/source.ts";
import type {
  AttributeAccess,
  Expression,
  ForExpression,
  FunctionCall,
  Identifier,
  Index,
  ObjectItem,
  SplatItem,
  Template,
  Unary,
} from "./ast.ts";
import { nfc } from "./matchers.ts";
import { binaryTree, type BinaryChain, isBinaryOperator } from "./precedence.ts";
import { spanOf } from "./scan.ts";
import { RecoveringParser } from "./recovery.ts";
import { assembleTemplate, directiveNames, type Piece } from "./template.ts";
import { suggest } from "../text/suggest.ts";
import * as t from "./tokens.ts";

/** How high an expression's tree may grow: beyond it whoever walks the tree would run out of stack. */
export const heightLimit = 1000;

const termStarts: ReadonlySet<TokenType> = new Set([
  t.Identifier,
  t.NumberDigits,
  t.QuoteStart,
  t.HeredocStart,
  t.LeftParenthesis,
  t.LeftBracket,
  t.LeftBrace,
]);

const cutOff: ReadonlySet<TokenType> = new Set([t.End, t.QuoteStart, t.QuoteEnd, t.HeredocEnd]);

const wellFormedNumber = /^[0-9]+\.?[0-9]*(?:[eE][+-]?[0-9]+)?$/;

/** The productions of expressions and templates. Each expression rule leaves its tree's height in `height`. */
export abstract class ExpressionGrammar extends RecoveringParser {
  private height = 0;

  /** operand (operator operand)* ("?" expression ":" expression)? */
  readonly expression = this.RULE("expression", (): Expression => {
    this.enter();
    let result = this.SUBRULE(this.operand);
    let chain: BinaryChain | undefined;
    this.MANY(() => {
      const operator = this.SUBRULE(this.binaryOperator).image;
      chain ??= { operands: [result], heights: [this.height], operators: [] };
      chain.operands.push(this.SUBRULE2(this.operand));
      chain.heights.push(this.height);
      if (isBinaryOperator(operator)) chain.operators.push(operator);
    });
    if (chain !== undefined && !this.RECORDING_PHASE)
      ({ tree: result, height: this.height } = binaryTree(chain));
    this.OPTION(() => {
      const condition = result;
      let height = this.height;
      this.CONSUME(t.Question);
      const then = this.SUBRULE(this.expression);
      height = Math.max(height, this.height);
      if (!this.nextIs(t.Colon))
        this.fail("missing-conditional-branch", this.nextSpan(), { found: this.found() });
      this.CONSUME(t.Colon);
      const otherwise = this.SUBRULE2(this.expression);
      this.height = Math.max(height, this.height) + 1;
      if (!this.RECORDING_PHASE)
        result = {
          kind: "conditional",
          condition,
          // oxlint-disable-next-line unicorn/no-thenable -- it is a node, not a function: awaiting it does nothing
          then,
          otherwise,
          span: spanTo(condition.span, otherwise.span),
        };
    });
    this.leave();
    if (this.height <= heightLimit || this.RECORDING_PHASE) return result;
    this.height = 1;
    this.report(diagnostic("nesting-too-deep", result.span, { limit: heightLimit }));
    return { kind: "invalid", span: result.span };
  });

  private readonly binaryOperator = this.RULE("binaryOperator", (): IToken =>
    this.OR([
      { ALT: () => this.CONSUME(t.Operator) },
      { ALT: () => this.CONSUME(t.Minus) },
      { ALT: () => this.CONSUME(t.Star) },
    ]),
  );

  /** ("-" | "!")* term step* */
  private readonly operand = this.RULE("operand", (): Expression => {
    let signs: IToken[] | undefined;
    this.MANY(() => {
      const sign = this.OR([{ ALT: () => this.CONSUME(t.Minus) }, { ALT: () => this.CONSUME(t.Bang) }]);
      signs ??= [];
      signs.push(sign);
    });
    const term = this.SUBRULE(this.term);
    let result = term;
    this.OPTION(() => {
      result = this.SUBRULE(this.steps, { ARGS: [term] });
    });
    if (signs === undefined || this.RECORDING_PHASE) return result;
    this.height += signs.length;
    return signs.reduceRight<Expression>((operand, sign): Unary => {
      const operator = sign.image === "-" ? "-" : "!";
      return { kind: "unary", operator, operand, span: this.spanFrom(sign, operand.span.end) };
    }, result);
  });

  private readonly term = this.RULE("term", (): Expression => {
    if (!this.RECORDING_PHASE && !termStarts.has(this.LA(1).tokenType))
      this.fail("expression-expected", this.nextSpan(), { found: this.found() });
    this.height = 1;
    return this.OR([
      { ALT: () => this.SUBRULE(this.named) },
      { ALT: () => this.SUBRULE(this.quotedTemplate) },
      { ALT: () => this.SUBRULE(this.number) },
      { ALT: () => this.SUBRULE(this.object) },
      { ALT: () => this.SUBRULE(this.tuple) },
      { ALT: () => this.SUBRULE(this.parentheses) },
      { ALT: () => this.SUBRULE(this.heredoc) },
    ]);
  });

  private readonly number = this.RULE("number", (): Expression => {
    const token = this.CONSUME(t.NumberDigits);
    const place = spanOf(this.source, token);
    if (!this.RECORDING_PHASE && !wellFormedNumber.test(token.image)) {
      this.report(diagnostic("invalid-number", place, { digits: token.image }));
      return { kind: "invalid", span: place };
    }
    return { kind: "number", digits: token.image, span: place };
  });

  /** A reference's root, a keyword's value, or a call of a function, whose name may have "::" in it. */
  private readonly named = this.RULE("named", (): Expression => {
    const first = this.CONSUME(t.Identifier);
    let name = first.image;
    this.MANY(() => {
      this.CONSUME(t.DoubleColon);
      if (!this.nextIs(t.Identifier))
        this.fail("function-name-expected", this.nextSpan(), { found: this.found() });
      name += `::${this.CONSUME2(t.Identifier).image}`;
    });
    const end = this.RECORDING_PHASE ? 0 : this.lastEnd();
    let call: FunctionCall | undefined;
    this.OPTION(() => {
      const identifier: Identifier = { name: nfc(name), span: this.spanFrom(first, end) };
      call = this.SUBRULE(this.call, { ARGS: [identifier] });
    });
    if (call !== undefined) return call;
    if (name.includes("::")) this.fail("call-expected", this.nextSpan(), { name, found: this.found() });
    const place = spanOf(this.source, first);
    switch (name) {
      case "true":
      case "false":
        return { kind: "boolean", value: name === "true", span: place };
      case "null":
        return { kind: "null", span: place };
      default:
        return { kind: "variable", name: nfc(name), span: place };
    }
  });

  /** "(" (expression ("," expression)* ","? "..."?)? ")" */
  private readonly call = this.RULE("call", (name: Identifier): FunctionCall => {
    const open = this.CONSUME(t.LeftParenthesis);
    const list: Expression[] = [];
    let expanded = false;
    let highest = 0;
    this.within(t.RightParenthesis, () => {
      this.MANY(() => {
        list.push(this.SUBRULE(this.expression));
        highest = Math.max(highest, this.height);
        this.OPTION(() => {
          this.CONSUME(t.Ellipsis);
          expanded = true;
          if (!this.nextIs(t.RightParenthesis))
            this.fail("expansion-not-last", this.nextSpan(), { found: this.found() });
        });
        this.OPTION2({
          GATE: () => this.separated(open, t.RightParenthesis, "arguments", name),
          DEF: () => this.CONSUME(t.Comma),
        });
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
      arguments: list,
      expanded,
      parentheses: this.spanFrom(open, end),
      span: this.RECORDING_PHASE ? this.spanFrom(open, end) : span(this.source, name.span.start, end),
    };
  });

  private readonly parentheses = this.RULE("parentheses", (): Expression => {
    const open = this.CONSUME(t.LeftParenthesis);
    let inner: Expression | undefined;
    this.within(t.RightParenthesis, () => {
      inner = this.SUBRULE(this.expression);
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

  private readonly tuple = this.RULE("tuple", (): Expression => {
    const open = this.CONSUME(t.LeftBracket);
    const items: Expression[] = [];
    let highest = 0;
    let loop: ForParts | undefined;
    let isFor = false;
    this.within(t.RightBracket, () => {
      this.OPTION({
        GATE: () => this.nextIsKeyword("for"),
        DEF: () => {
          isFor = true;
          loop = this.SUBRULE(this.forParts, { ARGS: [t.RightBracket] });
          highest = this.height;
        },
      });
      this.MANY({
        GATE: () => !isFor,
        DEF: () => {
          items.push(this.SUBRULE(this.expression));
          highest = Math.max(highest, this.height);
          this.OPTION2({
            GATE: () => this.separated(open, t.RightBracket, "items"),
            DEF: () => this.CONSUME(t.Comma),
          });
        },
      });
      if (!isFor) this.expectCloser(t.RightBracket);
      this.CONSUME(t.RightBracket);
    });
    this.height = highest + 1;
    const place = this.spanFrom(open, this.lastEnd());
    if (!isFor || this.RECORDING_PHASE) return { kind: "tuple", items, span: place };
    return this.finishFor("tuple", loop, place);
  });

  private readonly object = this.RULE("object", (): Expression => {
    const open = this.CONSUME(t.LeftBrace);
    const items: ObjectItem[] = [];
    let highest = 0;
    let loop: ForParts | undefined;
    let isFor = false;
    this.within(t.RightBrace, () => {
      this.OPTION({
        GATE: () => this.nextIsKeyword("for"),
        DEF: () => {
          isFor = true;
          loop = this.SUBRULE(this.forParts, { ARGS: [t.RightBrace] });
          highest = this.height;
        },
      });
      this.MANY({
        GATE: () => !isFor,
        DEF: () => {
          this.OR([
            { ALT: () => this.CONSUME(t.Newline) },
            {
              ALT: () => {
                items.push(this.SUBRULE(this.objectItem, { ARGS: [open] }));
                highest = Math.max(highest, this.height);
              },
            },
          ]);
        },
      });
      if (!isFor) this.expectCloser(t.RightBrace);
      this.CONSUME(t.RightBrace);
    });
    this.height = highest + 1;
    const place = this.spanFrom(open, this.lastEnd());
    if (!isFor || this.RECORDING_PHASE) return { kind: "object", items, span: place };
    return this.finishFor("object", loop, place);
  });

  /** key ("=" | ":") value ("," | newline)? */
  private readonly objectItem = this.RULE("objectItem", (open: IToken): ObjectItem => {
    const key = this.SUBRULE(this.expression);
    const keyHeight = this.height;
    if (!this.nextIs(t.Equals) && !this.nextIs(t.Colon)) {
      if (this.nextIs(t.End)) this.failUnclosed(open, "The object", "}");
      else this.fail("missing-object-value", this.nextSpan(), { found: this.found() });
    }
    this.OR([{ ALT: () => this.CONSUME(t.Equals) }, { ALT: () => this.CONSUME(t.Colon) }]);
    const value = this.SUBRULE2(this.expression);
    this.height = Math.max(keyHeight, this.height);
    this.OPTION({
      GATE: () => this.itemSeparated(open),
      DEF: () => this.OR2([{ ALT: () => this.CONSUME(t.Comma) }, { ALT: () => this.CONSUME(t.Newline) }]),
    });
    if (this.RECORDING_PHASE || (key.kind !== "variable" && key.kind !== "boolean" && key.kind !== "null"))
      return { key: { kind: "computed", expression: key, span: key.span }, value };
    const name = key.kind === "variable" ? key.name : key.kind === "null" ? "null" : String(key.value);
    return { key: { kind: "name", name, span: key.span }, value };
  });

  /** "for" (name ",")? name "in" expression ":" (expression "=>")? expression "..."? ("if" expression)? */
  private readonly forParts = this.RULE("forParts", (closer: TokenType): ForParts => {
    this.CONSUME(t.Identifier);
    const { keyVariable, valueVariable } = this.SUBRULE(this.forVariables);
    const collection = this.SUBRULE(this.expression);
    let highest = this.height;
    if (!this.nextIs(t.Colon)) this.failFor('":"');
    this.CONSUME(t.Colon);
    let value = this.SUBRULE2(this.expression);
    highest = Math.max(highest, this.height);
    let key: Expression | undefined;
    this.OPTION(() => {
      this.CONSUME(t.FatArrow);
      key = value;
      value = this.SUBRULE3(this.expression);
      highest = Math.max(highest, this.height);
    });
    let dots: IToken | undefined;
    this.OPTION2(() => {
      dots = this.CONSUME(t.Ellipsis);
    });
    let condition: Expression | undefined;
    this.OPTION3({
      GATE: () => this.nextIsKeyword("if"),
      DEF: () => {
        this.CONSUME2(t.Identifier);
        condition = this.SUBRULE4(this.expression);
        highest = Math.max(highest, this.height);
      },
    });
    if (!this.RECORDING_PHASE && !this.nextIs(closer)) this.failFor(closer === t.RightBrace ? '"}"' : '"]"');
    this.height = highest;
    return { keyVariable, valueVariable, collection, key, value, condition, dots };
  });

  /** (name ",")? name "in" */
  private readonly forVariables = this.RULE("forVariables", (): ForVariables => {
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

  /** (".name" | ".0" | ".*" … | "[" … "]")+ */
  private readonly steps = this.RULE("steps", (from: Expression): Expression => {
    let result = from;
    this.AT_LEAST_ONE(() => {
      result = this.OR([
        { ALT: () => this.SUBRULE(this.dotStep, { ARGS: [result] }) },
        { ALT: () => this.SUBRULE(this.bracketStep, { ARGS: [result] }) },
      ]);
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
        { ALT: () => (key = this.SUBRULE(this.expression)) },
      ]);
      if (this.nextIs(t.End)) this.failUnclosed(open, "The index", "]");
      if (!this.nextIs(t.RightBracket))
        this.fail("missing-closer", this.nextSpan(), { what: "the index", closer: "]", found: this.found() });
      this.CONSUME(t.RightBracket);
    });
    const marker = this.spanFrom(open, this.lastEnd());
    let each: Expression = { kind: "splat-item", span: marker } satisfies SplatItem;
    this.height = Math.max(height, this.height) + 1;
    this.OPTION({
      GATE: () => isSplat,
      DEF: () => {
        this.enter();
        each = this.SUBRULE(this.steps, { ARGS: [each] });
        this.leave();
      },
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

  private readonly quotedTemplate = this.RULE("quotedTemplate", (): Expression => {
    const open = this.CONSUME(t.QuoteStart);
    const pieces = this.SUBRULE(this.pieces, { ARGS: [t.QuoteEnd] });
    this.CONSUME(t.QuoteEnd);
    return this.template("quoted", pieces, this.spanFrom(open, this.lastEnd()));
  });

  private readonly heredoc = this.RULE("heredoc", (): Expression => {
    const open = this.CONSUME(t.HeredocStart);
    const pieces = this.SUBRULE(this.pieces, { ARGS: [t.HeredocEnd] });
    this.CONSUME(t.HeredocEnd);
    const place = this.spanFrom(open, this.lastEnd());
    return this.template("heredoc", pieces, place, open.image.startsWith("<<-"));
  });

  /** (text | interpolation | directive)* */
  protected readonly pieces = this.RULE("pieces", (closer: TokenType): Piece[] => {
    const list: Piece[] = [];
    let highest = 0;
    this.within(closer, () => {
      this.MANY(() => {
        this.height = 0;
        const piece = this.OR([
          { ALT: () => text(this.CONSUME(t.QuotedText)) },
          { ALT: () => text(this.CONSUME(t.HeredocText)) },
          { ALT: () => text(this.CONSUME(t.BareText)) },
          { ALT: () => this.SUBRULE(this.interpolation) },
          { ALT: () => this.SUBRULE(this.directive) },
        ]);
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

  protected identifier(token: IToken): Identifier {
    return { name: nfc(token.image), span: spanOf(this.source, token) };
  }

  protected spanFrom(token: IToken, end: number): Span {
    return span(this.source, token.startOffset, end);
  }

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

  /** Whether a comma is next; fails at anything else than the comma or the closer. */
  private separated(open: IToken, closer: TokenType, what: string, name?: Identifier): boolean {
    const next = this.LA(1).tokenType;
    if (next === t.Comma || next === closer) return next === t.Comma;
    const sign = closer === t.RightBracket ? "]" : ")";
    if (next === t.End)
      this.failUnclosed(
        open,
        name === undefined ? "The list" : `The call of "${name.name}"`,
        sign,
        name?.span.start,
      );
    this.fail("missing-comma", this.nextSpan(), { what, closer: sign, found: this.found() });
    return false;
  }

  private itemSeparated(open: IToken): boolean {
    const next = this.LA(1).tokenType;
    if (next === t.Comma || next === t.Newline) return true;
    if (next === t.RightBrace) return false;
    if (next === t.End) this.failUnclosed(open, "The object", "}");
    this.fail("missing-item-separator", this.nextSpan(), { found: this.found() });
    return false;
  }

  private expectCloser(closer: TokenType): void {
    if (!this.nextIs(closer)) this.fail("expression-expected", this.nextSpan(), { found: this.found() });
  }

  private failUnclosed(open: IToken, what: string, closer: string, start = open.startOffset): void {
    const place = span(this.source, start, open.startOffset + 1);
    this.fail("unclosed-bracket", place, { what, closer: `"${closer}"` });
  }

  private failFor(expected: string): void {
    this.fail("invalid-for", this.nextSpan(), { expected, found: this.found() });
  }

  private strips(open: IToken): { readonly stripsBefore: boolean; readonly stripsAfter: boolean } {
    return { stripsBefore: open.image.endsWith("~"), stripsAfter: this.LA(0).tokenType === t.StripEnd };
  }
}

interface ForVariables {
  readonly keyVariable: Identifier | undefined;
  readonly valueVariable: Identifier;
}

interface ForParts extends ForVariables {
  readonly collection: Expression;
  readonly key: Expression | undefined;
  readonly value: Expression;
  readonly condition: Expression | undefined;
  readonly dots: IToken | undefined;
}

type DirectiveParts =
  | { readonly kind: "if"; readonly condition: Expression }
  | ({ readonly kind: "for"; readonly collection: Expression } & ForVariables)
  | { readonly kind: "else" | "endif" | "endfor" };

function text(token: IToken): Piece {
  return { kind: "text", token };
}
