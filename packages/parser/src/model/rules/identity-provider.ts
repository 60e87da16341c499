import { diagnostic } from "../../text/diagnostic.ts";
import { blockOf, isOpen, textOf } from "../decoded.ts";
import { meantNames } from "../meant.ts";
import type { WorkforceRule } from "./rule.ts";

/** CreateWorkforce takes exactly one of CognitoConfig and OidcConfig; a block that manages teams only has neither. */
export const identityProvider: WorkforceRule = (workforce) => {
  const cognito = blockOf(workforce, "cognito_config");
  const oidc = blockOf(workforce, "oidc_config");
  const given = cognito ?? oidc;
  if (textOf(workforce, "manage") === "teams") {
    return given === undefined
      ? []
      : [diagnostic("teams-only-with-provider", given.header, { block: given.schema.type })];
  }
  if (isOpen(workforce, "manage")) return [];
  if (given === undefined) {
    const meant = meantNames(workforce.body, workforce.schema);
    const misspelt = meant.has("cognito_config") || meant.has("oidc_config");
    return misspelt ? [] : [diagnostic("no-identity-provider", workforce.header, {})];
  }
  if (cognito === undefined || oidc === undefined) return [];
  const both = diagnostic("two-identity-providers", oidc.header, {});
  return [{ ...both, related: [{ span: cognito.header, message: "the other one" }] }];
};
