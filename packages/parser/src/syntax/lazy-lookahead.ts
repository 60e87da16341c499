import { type ILookaheadStrategy, LLkLookaheadStrategy } from "chevrotain";

type Alternation = ILookaheadStrategy["buildLookaheadForAlternation"];
type Optional = ILookaheadStrategy["buildLookaheadForOptional"];

/**
 * Chevrotain's own lookahead, computed for a choice when it is first made: a small configuration makes few of the grammar's
 * choices, and computing them all takes as long as reading it.
 */
export class LazyLookahead extends LLkLookaheadStrategy {
  /** Which alternative to take: Chevrotain calls what is returned on the parser. */
  override buildLookaheadForAlternation(options: Parameters<Alternation>[0]): ReturnType<Alternation> {
    let choose: ReturnType<Alternation> | undefined;
    const build = (): ReturnType<Alternation> => super.buildLookaheadForAlternation(options);
    return function chooseLazily(this: unknown, alternatives) {
      choose ??= build();
      return choose.call(this, alternatives);
    };
  }

  /** Whether to take what is optional, or to repeat. */
  override buildLookaheadForOptional(options: Parameters<Optional>[0]): ReturnType<Optional> {
    let decide: ReturnType<Optional> | undefined;
    const build = (): ReturnType<Optional> => super.buildLookaheadForOptional(options);
    return function decideLazily(this: unknown) {
      decide ??= build();
      return decide.call(this);
    };
  }
}
