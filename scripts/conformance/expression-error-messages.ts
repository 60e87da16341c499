import { evaluate, parseExpression } from "@wf/parser";
import { casesOf, equal, rangeOf, type Check, type Range } from "./check.ts";
import { scopeOf, type Context } from "./expression-case.ts";

interface Case {
  readonly id: string;
  readonly input: string;
  readonly ctx: Context | null;
  readonly refValueDiags: readonly { readonly subject: Range }[];
}

/** Which mistakes are found in values, and where; the words are our own. */
export const expressionErrorMessages: Check = (data) =>
  casesOf<Case>(data).map(({ id, input, ctx, refValueDiags }) => {
    const parsed = parseExpression({ name: "expression.hcl", text: input });
    const { diagnostics } = evaluate(parsed.value, scopeOf(ctx));
    const ours = diagnostics.map(({ span }) => (span === undefined ? undefined : rangeOf(span)));
    return equal(
      `${id} ${input}`,
      "ranges",
      ours,
      refValueDiags.map(({ subject }) => subject),
    );
  });
