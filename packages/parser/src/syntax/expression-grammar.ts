import type { IOrAlt, IToken, TokenType } from "chevrotain";
import { diagnostic } from "../text/diagnostic.ts";
import { spanTo } from "../text/source.ts";
import type { Expression, FunctionCall, Identifier, Unary } from "./ast.ts";
import { nfc } from "./identifier.ts";
import { binaryTree, type BinaryChain, isBinaryOperator } from "./precedence.ts";
import { spanOf } from "./scan.ts";
import { wellFormedNumber } from "./simple-grammar.ts";
import { StepGrammar } from "./step-grammar.ts";
import * as t from "./tokens.ts";

/** How high an expression's tree may grow: beyond it whoever walks the tree would run out of stack. */
const heightLimit = 1000;

const termStarts: ReadonlySet<TokenType> = new Set([
  t.Identifier,
  t.NumberDigits,
  t.PlainString,
  t.QuoteStart,
  t.HeredocStart,
  t.LeftParenthesis,
  t.LeftBracket,
  t.LeftBrace,
]);

/** The productions of expressions: operators, and what they stand between. */
export abstract class ExpressionGrammar extends StepGrammar {
  /** operand (operator operand)* ("?" expression ":" expression)? */
  readonly expression = this.RULE("expression", (): Expression => {
    this.enter();
    let result = this.simpleOperand() ?? this.SUBRULE(this.operand);
    if (!this.RECORDING_PHASE && this.isEnd()) return this.finished(result);
    let chain: BinaryChain | undefined;
    this.MANY(() => {
      const operator = this.SUBRULE(this.binaryOperator).image;
      chain ??= { operands: [result], heights: [this.height], operators: [] };
      chain.operands.push(this.simpleOperand() ?? this.SUBRULE2(this.operand));
      chain.heights.push(this.height);
      if (isBinaryOperator(operator)) chain.operators.push(operator);
    });
    if (chain !== undefined && !this.RECORDING_PHASE)
      ({ tree: result, height: this.height } = binaryTree(chain));
    if (!this.nextIs(t.Question)) return this.finished(result);
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
    return this.finished(result);
  });

  private finished(result: Expression): Expression {
    this.leave();
    if (this.height <= heightLimit || this.RECORDING_PHASE) return result;
    this.height = 1;
    this.report(diagnostic("nesting-too-deep", result.span, { limit: heightLimit }));
    return { kind: "invalid", span: result.span };
  }

  private readonly operators: IOrAlt<IToken>[] = [
    { ALT: () => this.CONSUME(t.Operator) },
    { ALT: () => this.CONSUME(t.Minus) },
    { ALT: () => this.CONSUME(t.Star) },
  ];

  private readonly binaryOperator = this.RULE("binaryOperator", (): IToken => this.OR(this.operators));

  private readonly signs: IOrAlt<IToken>[] = [
    { ALT: () => this.CONSUME(t.Minus) },
    { ALT: () => this.CONSUME(t.Bang) },
  ];

  /** ("-" | "!")* term step* */
  private readonly operand = this.RULE("operand", (): Expression => {
    let signs: IToken[] | undefined;
    if (this.nextIs(t.Minus) || this.nextIs(t.Bang))
      this.MANY(() => {
        const sign = this.OR(this.signs);
        signs ??= [];
        signs.push(sign);
      });
    const term = this.SUBRULE(this.term);
    let result = term;
    if (this.nextIs(t.Dot) || this.nextIs(t.LeftBracket))
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

  // Alternatives are made once: at every value, making them would take longer than choosing one.
  private readonly terms: IOrAlt<Expression>[] = [
    { ALT: () => this.SUBRULE(this.named) },
    { ALT: () => this.SUBRULE(this.plainTemplate) },
    { ALT: () => this.SUBRULE(this.quotedTemplate) },
    { ALT: () => this.SUBRULE(this.number) },
    { ALT: () => this.SUBRULE(this.object) },
    { ALT: () => this.SUBRULE(this.tuple) },
    { ALT: () => this.SUBRULE(this.parentheses) },
    { ALT: () => this.SUBRULE(this.heredoc) },
  ];

  private readonly term = this.RULE("term", (): Expression => {
    if (!this.RECORDING_PHASE && !termStarts.has(this.LA(1).tokenType))
      this.fail("expression-expected", this.nextSpan(), { found: this.found() });
    this.height = 1;
    return this.OR(this.terms);
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
    if (this.nextIs(t.DoubleColon))
      this.MANY(() => {
        this.CONSUME(t.DoubleColon);
        if (!this.nextIs(t.Identifier))
          this.fail("function-name-expected", this.nextSpan(), { found: this.found() });
        name += `::${this.CONSUME2(t.Identifier).image}`;
      });
    const end = this.RECORDING_PHASE ? 0 : this.lastEnd();
    let call: FunctionCall | undefined;
    if (this.nextIs(t.LeftParenthesis))
      this.OPTION(() => {
        const identifier: Identifier = { name: nfc(name), span: this.spanFrom(first, end) };
        call = this.SUBRULE(this.call, { ARGS: [identifier] });
      });
    if (call !== undefined) return call;
    if (name.includes("::")) this.fail("call-expected", this.nextSpan(), { name, found: this.found() });
    return this.word(first);
  });
}
