import { type IToken, LLkLookaheadStrategy, type OptionalProductionType, type Rule } from "chevrotain";
import { describe, expect, it } from "vitest";
import { Grammar } from "../../src/syntax/grammar.ts";
import { nextTokenDecides } from "../../src/syntax/lookahead.ts";
import { newToken, vocabulary } from "../../src/syntax/tokens.ts";

const rules: Rule[] = Object.values(new Grammar().getGAstProductions());
const ours = nextTokenDecides();
const theirs = new LLkLookaheadStrategy({ maxLookahead: 1 });
const kinds: (OptionalProductionType | "Alternation")[] = [
  "Alternation",
  "Option",
  "Repetition",
  "RepetitionMandatory",
  "RepetitionMandatoryWithSeparator",
  "RepetitionWithSeparator",
];

type Strategy = Pick<typeof ours, "buildLookaheadForAlternation" | "buildLookaheadForOptional">;

/** What is decided at each kind of token; undefined where the rule has no such production. */
function decisions(strategy: Strategy, rule: Rule, kind: (typeof kinds)[number], prodOccurrence: number) {
  const options = {
    rule,
    prodOccurrence,
    maxLookahead: 1,
    hasPredicates: false,
    dynamicTokensEnabled: false,
  };
  const decide: (this: unknown) => unknown =
    kind === "Alternation"
      ? strategy.buildLookaheadForAlternation(options)
      : strategy.buildLookaheadForOptional({ ...options, prodType: kind });
  return vocabulary.map((type) => {
    const next = (): IToken => newToken(type, "", 0);
    return [type.name, decide.call({ LA: next, LA_FAST: next })];
  });
}

describe("the next token decides", () => {
  it("as by Chevrotain's own strategy, at every place of the grammar", () => {
    let compared = 0;
    for (const rule of rules)
      for (const kind of kinds)
        for (let occurrence = 0; occurrence < 10; occurrence += 1) {
          let mine: unknown;
          try {
            mine = decisions(ours, rule, kind, occurrence);
          } catch {
            continue;
          }
          compared += 1;
          expect([rule.name, kind, mine]).toEqual([
            rule.name,
            kind,
            decisions(theirs, rule, kind, occurrence),
          ]);
        }
    expect(compared).toBeGreaterThan(40);
  });

  it("and so the grammar needs no second one", () => {
    expect(ours.validate({ rules, tokenTypes: [...vocabulary], grammarName: "wf" })).toEqual([]);
  });
});
