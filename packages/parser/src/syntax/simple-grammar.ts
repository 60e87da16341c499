import type { IToken, TokenType } from "chevrotain";
import { span } from "../text/source.ts";
import type { Expression } from "./ast.ts";
import { spanOf } from "./scan.ts";
import { nfc } from "./identifier.ts";
import { TemplateGrammar } from "./template-grammar.ts";
import * as t from "./tokens.ts";

/** What of the lexer's numbers are numbers. */
export const wellFormedNumber = /^[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?$/;

/** How many names of a reference are looked at ahead; a longer one takes the usual way. */
const longestReference = 20;

// Behind an operand these would be steps of it, or make it a call.
const goesOn = table([t.Dot, t.LeftBracket, t.LeftParenthesis, t.DoubleColon]);

// Behind an expression these cannot belong to it.
const ends = table([
  t.Newline,
  t.Comma,
  t.Equals,
  t.Colon,
  t.FatArrow,
  t.Ellipsis,
  t.RightBrace,
  t.RightBracket,
  t.RightParenthesis,
  t.StripEnd,
  t.End,
]);

/** By a token type's index, because the tokens of every expression are asked. */
function table(types: readonly TokenType[]): readonly boolean[] {
  const length = Math.max(...t.vocabulary.map(({ tokenTypeIdx = 0 }) => tokenTypeIdx)) + 1;
  const indexes = new Set(types.map(({ tokenTypeIdx }) => tokenTypeIdx));
  return Array.from({ length }, (_, index) => indexes.has(index));
}

/**
 * A short way around the productions for what most expressions are: a literal or a plain reference, alone. The
 * productions read the same, but go through ten rules for it.
 */
export abstract class SimpleGrammar extends TemplateGrammar {
  /** The next expression, if it is simple and nothing else; otherwise undefined, and nothing was read. */
  protected simpleExpression(): Expression | undefined {
    const length = this.simpleLength();
    return length > 0 && this.isEnd(length + 1) ? this.takeSimple(length) : undefined;
  }

  /** Whether an expression cannot go on with the next token, or one further on. */
  protected isEnd(ahead = 1): boolean {
    return ends[this.LA(ahead).tokenTypeIdx] === true;
  }

  /** The next operand, if it is simple. */
  protected simpleOperand(): Expression | undefined {
    const length = this.simpleLength();
    return length > 0 ? this.takeSimple(length) : undefined;
  }

  /** How many tokens make the next operand, if it is a literal or names joined by dots, without further steps; or 0. */
  private simpleLength(): number {
    if (this.RECORDING_PHASE) return 0;
    const first = this.LA(1);
    let length = 1;
    switch (first.tokenType) {
      case t.PlainString:
        break;
      case t.NumberDigits:
        if (!wellFormedNumber.test(first.image)) return 0;
        break;
      case t.Identifier:
        while (
          this.LA(length + 1).tokenType === t.Dot &&
          this.LA(length + 2).tokenType === t.Identifier &&
          length < 2 * longestReference
        )
          length += 2;
        break;
      default:
        return 0;
    }
    return goesOn[this.LA(length + 1).tokenTypeIdx] === true ? 0 : length;
  }

  private takeSimple(length: number): Expression {
    const first = this.take();
    this.height = 1;
    switch (first.tokenType) {
      case t.PlainString:
        return this.plain(first);
      case t.NumberDigits:
        return { kind: "number", digits: first.image, span: spanOf(this.source, first) };
      default: {
        let result = this.word(first);
        for (let read = 1; read < length; read += 2) {
          this.take();
          const name = this.identifier(this.take());
          const place = span(this.source, first.startOffset, name.span.end);
          result = { kind: "attribute-access", source: result, name, span: place };
          this.height += 1;
        }
        return result;
      }
    }
  }

  /** A name alone: a keyword's value or a reference's root. */
  protected word(token: IToken): Expression {
    const place = spanOf(this.source, token);
    switch (token.image) {
      case "true":
      case "false":
        return { kind: "boolean", value: token.image === "true", span: place };
      case "null":
        return { kind: "null", span: place };
      default:
        return { kind: "variable", name: nfc(token.image), span: place };
    }
  }

  private take(): IToken {
    const token = this.LA(1);
    this.SKIP_TOKEN();
    return token;
  }
}
