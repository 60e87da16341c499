import type { Diagnostic } from "../../text/diagnostic.ts";
import { blocksOf, type DecodedBody } from "../decoded.ts";
import { accounts } from "./accounts.ts";
import { assertions } from "./assertions.ts";
import { cognitoRegion } from "./cognito-region.ts";
import { defaultNames } from "./default-names.ts";
import { endpointsOrDiscover } from "./endpoints-or-discover.ts";
import { groups } from "./groups.ts";
import { identityProvider } from "./identity-provider.ts";
import { ignoreChanges } from "./ignore-changes.ts";
import { oidc } from "./oidc.ts";
import { onePerRegion } from "./one-per-region.ts";
import { regions, stackRegions } from "./regions.ts";
import type { WorkforceRule } from "./rule.ts";
import { sourceIp } from "./source-ip.ts";
import { tagKeys } from "./tag-keys.ts";
import { teamsOnly } from "./teams-only.ts";
import { workteams } from "./workteams.ts";

const workforceRules: readonly WorkforceRule[] = [
  defaultNames,
  identityProvider,
  teamsOnly,
  accounts,
  regions,
  cognitoRegion,
  oidc,
  endpointsOrDiscover,
  sourceIp,
  workteams,
  groups,
  tagKeys,
  ignoreChanges,
  assertions,
];

/** Everything that is wrong between attributes, each of which is right by itself. */
export function checkConfiguration(configuration: DecodedBody): readonly Diagnostic[] {
  return [
    ...blocksOf(configuration, "workforce").flatMap((workforce) =>
      workforceRules.flatMap((rule) => rule(workforce, configuration)),
    ),
    ...stackRegions(configuration),
    ...onePerRegion(configuration),
  ];
}
