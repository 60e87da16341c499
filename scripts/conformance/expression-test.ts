import { evaluate, hasErrors, parseExpression, parseTemplate } from "@wf/parser";
import { all, casesOf, equal, type Check } from "./check.ts";
import { scopeOf, type Context } from "./expression-case.ts";
import { canonicalValue, valueOf, type Tagged } from "./tagged-value.ts";

interface Case {
  readonly id: string;
  readonly tier: string;
  readonly mode: "expr" | "template";
  readonly input: string;
  readonly ctx: Context | null;
  readonly want: Tagged;
  readonly wantDiagCount: number;
  readonly parseOK: boolean;
}

/**
 * Values with their types, unknowns and sensitivity, and how many mistakes are found. How much of one slip of syntax is
 * worth saying differs between parsers; where the syntax is right the counts are the same. What is left of a value
 * where something is wrong is each implementation's own, and so are ranges of unknown values.
 */
export const expressionTest: Check = (data) =>
  casesOf<Case>(data).map((each) => {
    const id = `${each.tier} ${each.id} ${JSON.stringify(each.input)}`;
    const source = { name: "expression.hcl", text: each.input };
    const parsed = each.mode === "expr" ? parseExpression(source) : parseTemplate(source);
    const evaluated = evaluate(parsed.value, scopeOf(each.ctx));
    const said = [...parsed.diagnostics, ...evaluated.diagnostics];
    const found = each.parseOK
      ? equal(id, "count", said.length, each.wantDiagCount)
      : equal(id, "found", said.length > 0, true);
    return hasErrors(said)
      ? found
      : all(found, equal(id, "value", canonicalValue(evaluated.value), canonicalValue(valueOf(each.want))));
  });
