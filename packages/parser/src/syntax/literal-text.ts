import type { Expression } from "./ast.ts";

/** The text of a string written out, without interpolation; undefined where the expression is none. */
export function literalText(expression: Expression): string | undefined {
  if (expression.kind !== "template") return undefined;
  const texts = expression.parts.map((part) => (part.kind === "literal" ? part.value : undefined));
  return texts.includes(undefined) ? undefined : texts.join("");
}
