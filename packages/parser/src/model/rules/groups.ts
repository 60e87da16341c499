import { diagnostic } from "../../text/diagnostic.ts";
import { codePointLength, placeOfText } from "../check-value.ts";
import { blockOf, blocksOf, shownText, textsOf } from "../decoded.ts";
import type { WorkforceRule } from "./rule.ts";

/** The API's limit for a group of an OIDC member definition; a Cognito user group may have 128. */
const longestOidcGroup = 63;

/** OIDC groups are shorter than Cognito's. */
export const groups: WorkforceRule = (workforce) => {
  if (blockOf(workforce, "oidc_config") === undefined) return [];
  return blocksOf(workforce, "workteam").flatMap((team) =>
    textsOf(team, "groups")
      .filter((group) => codePointLength(group) > longestOidcGroup)
      .map((group) => {
        const found = shownText(team, "groups", JSON.stringify(group));
        const allowed = `an OIDC group of 1 to ${longestOidcGroup} characters, without spaces`;
        return diagnostic("invalid-value", placeOfText(team, "groups", group), {
          name: '"groups"',
          found,
          allowed,
        });
      }),
  );
};
