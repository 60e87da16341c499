import { attribute, block, type BlockItem, type Item, list, map, text } from "./configuration-text.ts";
import type { LiveIdentityProvider, LiveWorkforce } from "./live-state.ts";
import { userTags } from "./ownership.ts";

/** What a workforce's block says beside what is live. */
export interface WorkforceSurroundings {
  readonly label: string;
  readonly region: string;
  /** The label of its `account` block, where there is one. */
  readonly account: string | undefined;
  /** The name of the variable that holds its client secret, where it has one. */
  readonly secretVariable: string | undefined;
  /** Its work teams, and what is said between them. */
  readonly workteams: readonly Item[];
  readonly remarks: readonly string[];
}

/** The `workforce` block that describes a live workforce, what AWS takes for granted left out. */
export function workforceBlock(live: LiveWorkforce, around: WorkforceSurroundings): BlockItem {
  const { vpc } = live;
  return {
    kind: "block",
    type: "workforce",
    labels: [around.label],
    remarks: around.remarks,
    items: [
      ...attribute("account", around.account === undefined ? undefined : `account.${around.account}`),
      ...attribute("region", text(around.region)),
      ...attribute("name", text(live.name, around.label)),
      ...attribute("ip_address_type", text(live.ipAddressType, "ipv4")),
      ...attribute("tags", map(userTags(live.tags))),
      ...providerBlock(live.identityProvider, around.secretVariable),
      ...block("source_ip_config", attribute("cidrs", list(live.sourceIpCidrs))),
      ...(vpc === undefined
        ? []
        : block(
            "workforce_vpc_config",
            attribute("vpc_id", text(vpc.vpcId)),
            attribute("security_group_ids", list(vpc.securityGroupIds) ?? "[]"),
            attribute("subnets", list(vpc.subnets) ?? "[]"),
          )),
      ...around.workteams,
    ],
  };
}

/** The client secret is the one thing that AWS never shows: a variable stands for it. */
function providerBlock(
  provider: LiveIdentityProvider,
  secretVariable: string | undefined,
): readonly BlockItem[] {
  if (provider.kind === "cognito") {
    return block(
      "cognito_config",
      attribute("user_pool", text(provider.userPool)),
      attribute("client_id", text(provider.clientId)),
    );
  }
  return block(
    "oidc_config",
    attribute("client_id", text(provider.clientId)),
    attribute("client_secret", secretVariable === undefined ? undefined : `var.${secretVariable}`),
    attribute("issuer", text(provider.issuer)),
    attribute("authorization_endpoint", text(provider.authorizationEndpoint)),
    attribute("token_endpoint", text(provider.tokenEndpoint)),
    attribute("user_info_endpoint", text(provider.userInfoEndpoint)),
    attribute("logout_endpoint", text(provider.logoutEndpoint)),
    attribute("jwks_uri", text(provider.jwksUri)),
    attribute("scope", text(provider.scope, "")),
    attribute("authentication_request_extra_params", map(provider.authenticationRequestExtraParams)),
  );
}
