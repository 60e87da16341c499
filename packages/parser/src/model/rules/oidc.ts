import { diagnostic } from "../../text/diagnostic.ts";
import { blockOf, placeOf, textOf } from "../decoded.ts";
import type { WorkforceRule } from "./rule.ts";

/** What AWS takes of an OIDC configuration but a person would hardly mean. */
export const oidc: WorkforceRule = (workforce) => {
  const block = blockOf(workforce, "oidc_config");
  if (block === undefined) return [];
  const scope = textOf(block, "scope");
  if (scope === undefined || scope.split(" ").includes("openid")) return [];
  return [diagnostic("scope-without-openid", placeOf(block, "scope"), {})];
};
