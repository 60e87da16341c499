import { EmbeddedActionsParser, isRecognitionException, type IToken, type TokenType } from "chevrotain";
import type { Code, ParametersOf } from "../text/diagnostic-catalog.ts";
import { diagnostic, type Diagnostic } from "../text/diagnostic.ts";
import { span, type Source, type Span } from "../text/source.ts";
import { errorLimit } from "../text/diagnostic-limit.ts";
import { describeToken, invalidCharacter } from "./describe-token.ts";
import type { Identifier } from "./ast.ts";
import { nfc } from "./identifier.ts";
import { spanOf } from "./scan.ts";
import { nextTokenDecides } from "./lookahead.ts";
import * as tokens from "./tokens.ts";

/** Thrown to the nearest production that can go on after a mistake; the diagnostic is already made. */
class Panic extends Error {}
const panic = new Panic("the production in hand can't be finished");

/** One for each bracket that may be open, and some for what nests without brackets. */
const depthLimit = 300;

const openers: ReadonlySet<TokenType> = new Set([
  tokens.LeftBrace,
  tokens.LeftBracket,
  tokens.LeftParenthesis,
  tokens.InterpolationStart,
  tokens.DirectiveStart,
  tokens.QuoteStart,
  tokens.HeredocStart,
]);

const closers: ReadonlySet<TokenType> = new Set([
  tokens.RightBrace,
  tokens.StripEnd,
  tokens.RightBracket,
  tokens.RightParenthesis,
  tokens.QuoteEnd,
  tokens.HeredocEnd,
]);

/**
 * What every production needs to report a mistake once and go on after it. Chevrotain's own recovery guesses tokens
 * and reports what follows from its guesses, so it is off: a mistake is found before Chevrotain would, reported with
 * what the production knows, and left by `Panic` to the innermost bracket or body item around it.
 */
export abstract class RecoveringParser extends EmbeddedActionsParser {
  protected source: Source = { name: "", text: "" };
  protected diagnostics: Diagnostic[] = [];
  /** Set from a mistake to the next body item: what is found in between most likely follows from it. */
  private muted = false;
  /** What closes the brackets around the place in hand, innermost last. */
  private readonly closing: TokenType[] = [];
  /** How many productions that hold themselves are in each other. */
  private depth = 0;

  protected constructor() {
    super([...tokens.vocabulary], {
      lookaheadStrategy: nextTokenDecides(),
      outputCst: false,
      recoveryEnabled: false,
      skipValidations: true,
    } as ConstructorParameters<typeof EmbeddedActionsParser>[1]);
  }

  /** Takes a new text. */
  protected begin(source: Source): void {
    this.source = source;
    this.diagnostics = [];
    this.muted = false;
    this.closing.length = 0;
    this.depth = 0;
  }

  /** Counts a production that can hold itself without a bracket between. */
  protected enter(): void {
    this.depth += 1;
    if (this.depth > depthLimit) this.fail("nesting-too-deep", this.nextSpan(), { limit: depthLimit });
  }

  protected leave(): void {
    this.depth -= 1;
  }

  /** Whether the next token is of this type. While Chevrotain records the grammar everything is. */
  protected nextIs(type: TokenType): boolean {
    return this.RECORDING_PHASE || this.LA(1).tokenType === type;
  }

  /** Whether the next token is this contextual keyword. */
  protected nextIsKeyword(word: string): boolean {
    const next = this.LA(1);
    return this.RECORDING_PHASE || (next.tokenType === tokens.Identifier && next.image === word);
  }

  /** The next token as a diagnostic says it. */
  protected found(): string {
    return describeToken(this.LA(1));
  }

  protected nextSpan(): Span {
    return spanOf(this.source, this.LA(1));
  }

  protected spanBetween(from: { readonly start: number }, end: number): Span {
    return span(this.source, from.start, end);
  }

  protected identifier(token: IToken): Identifier {
    return { name: nfc(token.image), span: spanOf(this.source, token) };
  }

  protected spanFrom(token: IToken, end: number): Span {
    return span(this.source, token.startOffset, end);
  }

  /** Where the last token that was read ends. */
  protected lastEnd(): number {
    const last = this.LA(0);
    return last.startOffset + last.image.length;
  }

  /** Reports a mistake that doesn't keep the production from going on. */
  protected report(made: Diagnostic): void {
    if (!this.muted && !this.RECORDING_PHASE && this.diagnostics.length <= errorLimit)
      this.diagnostics.push(made);
  }

  /** Reports a mistake and leaves the production. At a character that nothing begins with, that is the mistake. */
  protected fail<C extends Code>(code: C, place: Span, parameters: ParametersOf<C>): void {
    if (this.RECORDING_PHASE) return;
    const next = this.LA(1);
    this.report(
      next.tokenType === tokens.Invalid
        ? invalidCharacter(this.source, next)
        : diagnostic(code, place, parameters),
    );
    this.muted = true;
    throw panic;
  }

  /** Reports a mistake and what follows from it once, without leaving the production. */
  protected reportOnce<C extends Code>(code: C, place: Span, parameters: ParametersOf<C>): void {
    this.tolerate(() => this.fail(code, place, parameters));
  }

  /** From here on mistakes are news again. */
  protected unmute(): void {
    this.muted = false;
  }

  /** Runs what stands before a closing token; after a mistake in it, goes on behind that token. */
  protected within(type: TokenType, inside: () => void): void {
    this.closing.push(type);
    if (!this.tolerate(inside)) this.skipBehind(type);
    this.closing.pop();
  }

  /** Runs one body item; after a mistake in it, goes on with the next line, or at the end of the body. */
  protected attempt(item: () => void): void {
    if (!this.tolerate(item)) this.skipItem();
  }

  /** Runs a production; false where it was left by a mistake. */
  protected tolerate(production: () => void): boolean {
    const { depth } = this;
    const brackets = this.closing.length;
    try {
      production();
      return true;
    } catch (thrown) {
      this.catchPanic(thrown);
      this.depth = depth;
      this.closing.length = brackets;
      return false;
    }
  }

  /** Leaves the rest of a line, and the brackets that were opened on it. */
  protected skipItem(): void {
    this.skip((type) => type === tokens.Newline);
    // What is cut off by the end of the text cuts off what is around it, too: that is no second mistake.
    if (this.LA(1).tokenType !== tokens.End) this.unmute();
    if (this.LA(1).tokenType === tokens.Newline) this.SKIP_TOKEN();
  }

  private catchPanic(thrown: unknown): void {
    if (thrown === panic) return;
    // A mistake that no production foresaw, but Chevrotain found.
    if (!(thrown instanceof Error) || !isRecognitionException(thrown)) throw thrown;
    const found = this.found();
    this.report(diagnostic("unexpected-token", this.nextSpan(), { found, expected: "something else" }));
    this.muted = true;
  }

  private skipBehind(type: TokenType): void {
    this.skip((next) => next === type || (type === tokens.RightBrace && next === tokens.StripEnd));
    const next = this.LA(1).tokenType;
    if (next === type || (type === tokens.RightBrace && next === tokens.StripEnd)) this.SKIP_TOKEN();
  }

  /** Skips to the token that is looked for, past what brackets hold, but not past what closes a bracket around it all. */
  private skip(isTarget: (type: TokenType) => boolean): void {
    let depth = 0;
    for (;;) {
      const type = this.LA(1).tokenType;
      if (type === tokens.End || (depth === 0 && isTarget(type))) return;
      if (openers.has(type)) depth += 1;
      else if (closers.has(type)) {
        if (depth === 0 && this.closing.includes(type)) return;
        depth = Math.max(0, depth - 1);
      }
      this.SKIP_TOKEN();
    }
  }
}
