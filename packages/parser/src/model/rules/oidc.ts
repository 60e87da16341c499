import type { Expression } from "../../syntax/ast.ts";
import { diagnostic } from "../../text/diagnostic.ts";
import { literalText } from "../check-value.ts";
import { blockOf, placeOf, textOf } from "../decoded.ts";
import type { WorkforceRule } from "./rule.ts";

/** What AWS takes of an OIDC configuration but a person would hardly mean. */
export const oidc: WorkforceRule = (workforce) => {
  const block = blockOf(workforce, "oidc_config");
  if (block === undefined) return [];
  const scope = textOf(block, "scope");
  const secret = block.attributes.get("client_secret")?.attribute.expression;
  return [
    ...(scope === undefined || scope.split(" ").includes("openid")
      ? []
      : [diagnostic("scope-without-openid", placeOf(block, "scope"), {})]),
    ...(secret === undefined || !isWrittenOut(secret)
      ? []
      : [diagnostic("secret-in-configuration", secret.span, {})]),
  ];
};

function isWrittenOut(expression: Expression): boolean {
  return expression.kind === "parentheses"
    ? isWrittenOut(expression.expression)
    : literalText(expression) !== undefined;
}
