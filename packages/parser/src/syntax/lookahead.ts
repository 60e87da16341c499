import {
  Alternation,
  type Alternative,
  type ILookaheadStrategy,
  type IProduction,
  type IToken,
  LLkLookaheadStrategy,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  type Rule,
  Terminal,
} from "chevrotain";

/** With which tokens a production can begin, by their types' indexes; and whether it can be nothing at all. */
interface First {
  readonly tokens: Set<number>;
  readonly empty: boolean;
}

/** A production that holds others, and has a number in its rule. */
type Numbered =
  | Alternation
  | Option
  | Repetition
  | RepetitionMandatory
  | RepetitionMandatoryWithSeparator
  | RepetitionWithSeparator;

/** As Chevrotain calls a decision's function: on the parser. */
interface Parser {
  LA(offset: number): IToken;
}

const optional = {
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
};

/**
 * Decides by the next token alone. Chevrotain's own strategy decides the same with a lookahead of one, but is made for
 * more: it walks the grammar anew for each decision, which takes several times as long whenever a program starts.
 */
export function nextTokenDecides(): ILookaheadStrategy {
  const firstOf = firstTokens();
  return {
    validate: (grammar) => new LLkLookaheadStrategy({ maxLookahead: 1 }).validate(grammar),
    buildLookaheadForAlternation({ rule, prodOccurrence, hasPredicates }) {
      if (hasPredicates)
        throw new Error(`${rule.name}: an alternative with a GATE is not decided by its token alone`);
      const choices: number[] = [];
      let otherwise: number | undefined;
      for (const [choice, alternative] of find(rule, Alternation, prodOccurrence).definition.entries()) {
        const { tokens, empty } = firstOf([alternative]);
        for (const type of tokens) choices[type] ??= otherwise ?? choice;
        if (empty) otherwise ??= choice;
      }
      return function choose(this: Parser) {
        return choices[this.LA(1).tokenTypeIdx] ?? otherwise;
      };
    },
    buildLookaheadForOptional({ rule, prodOccurrence, prodType }) {
      const enters: boolean[] = [];
      const { definition } = find(rule, optional[prodType], prodOccurrence);
      for (const type of firstOf(definition).tokens) enters[type] = true;
      return function isThere(this: Parser) {
        return enters[this.LA(1).tokenTypeIdx] === true;
      };
    },
  };
}

/** Finds what a sequence of productions can begin with; a rule that several begin with is looked at once. */
function firstTokens(): (sequence: readonly IProduction[]) => First {
  const ofRules = new Map<Rule, First>();

  function firstOf(sequence: readonly IProduction[]): First {
    const tokens = new Set<number>();
    for (const production of sequence) {
      const first = firstOfOne(production);
      for (const type of first.tokens) tokens.add(type);
      if (!first.empty) return { tokens, empty: false };
    }
    return { tokens, empty: true };
  }

  function firstOfOne(production: IProduction): First {
    if (production instanceof NonTerminal) return firstOfRule(production.referencedRule);
    if (production instanceof Alternation) {
      const each = production.definition.map((alternative) => firstOf([alternative]));
      return {
        tokens: new Set(each.flatMap(({ tokens }) => [...tokens])),
        empty: each.some(({ empty }) => empty),
      };
    }
    if (production instanceof Terminal)
      return { tokens: new Set([production.terminalType.tokenTypeIdx ?? 0]), empty: false };
    if (!isCompound(production)) return { tokens: new Set(), empty: true };
    const { tokens, empty } = firstOf(production.definition);
    return { tokens, empty: empty || isOptional(production) };
  }

  function firstOfRule(rule: Rule): First {
    const first = ofRules.get(rule) ?? firstOf(rule.definition);
    ofRules.set(rule, first);
    return first;
  }

  return firstOf;
}

function isCompound(production: IProduction): production is Numbered | Alternative {
  return "definition" in production && !(production instanceof NonTerminal);
}

function isOptional(production: IProduction): boolean {
  return (
    production instanceof Option ||
    production instanceof Repetition ||
    production instanceof RepetitionWithSeparator
  );
}

type Kind<Production> = new (...options: never[]) => Production;

/** The production of a rule that has this kind and number. */
function find<Production extends Numbered>(
  { definition, name }: Rule,
  kind: Kind<Production>,
  occurrence: number,
): Production {
  const found = search(definition, kind, occurrence);
  if (found === undefined) throw new Error(`${name} has no ${kind.name} ${occurrence}`);
  return found;
}

function search<Production extends Numbered>(
  sequence: readonly IProduction[],
  kind: Kind<Production>,
  occurrence: number,
): Production | undefined {
  for (const production of sequence) {
    if (!isCompound(production)) continue;
    if (production instanceof kind && production.idx === occurrence) return production;
    const found = search(production.definition, kind, occurrence);
    if (found !== undefined) return found;
  }
  return undefined;
}
