import { diagnostic } from "../../text/diagnostic.ts";
import { fits, placeOfText } from "../check-value.ts";
import { oidcGroup } from "../constraints.ts";
import { blockOf, blocksOf, shownText, textsOf } from "../decoded.ts";
import type { WorkforceRule } from "./rule.ts";

/** OIDC groups are shorter than Cognito's. */
export const groups: WorkforceRule = (workforce) => {
  if (blockOf(workforce, "oidc_config") === undefined) return [];
  return blocksOf(workforce, "workteam").flatMap((team) =>
    textsOf(team, "groups")
      .filter((group) => !fits(group, oidcGroup))
      .map((group) => {
        const found = shownText(team, "groups", JSON.stringify(group));
        return diagnostic("invalid-value", placeOfText(team, "groups", group), {
          name: '"groups"',
          found,
          allowed: oidcGroup.allowed,
        });
      }),
  );
};
