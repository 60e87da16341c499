import type { Workforce } from "@wf/parser";
import type { LiveWorkforce } from "./live-state.ts";
import { userTags } from "./ownership.ts";

/**
 * The desired workforce with the live values where `lifecycle { ignore_changes }` says so: what is then compared,
 * sent and created is the same thing.
 */
export function ignoreChanges(
  desired: Workforce | undefined,
  live: LiveWorkforce | undefined,
): Workforce | undefined {
  if (desired === undefined || live === undefined) return desired;
  if (desired.lifecycle.ignoreChanges.size === 0) return desired;
  const covers: Covers = (path) => isIgnored(desired, path);
  return {
    ...desired,
    identityProvider: withLiveProvider(desired.identityProvider, live.identityProvider, covers),
    sourceIpCidrs: covers("source_ip_config.cidrs") ? live.sourceIpCidrs : desired.sourceIpCidrs,
    vpc: withLiveVpc(desired.vpc, live.vpc, covers),
    ipAddressType: covers("ip_address_type") ? live.ipAddressType : desired.ipAddressType,
    tags: covers("tags") ? (userTags(live.tags) ?? desired.tags) : desired.tags,
  };
}

/** Whether `ignore_changes` names the attribute or the block that holds it. */
export function isIgnored({ lifecycle }: Workforce, path: string): boolean {
  return [...lifecycle.ignoreChanges].some((each) => path === each || path.startsWith(`${each}.`));
}

type Covers = (path: string) => boolean;

/** A VPC that is only on one side comes or goes whole, unless all of it is ignored. */
function withLiveVpc(
  desired: Workforce["vpc"],
  live: LiveWorkforce["vpc"],
  covers: Covers,
): Workforce["vpc"] {
  if (covers("workforce_vpc_config")) return live;
  if (desired === undefined || live === undefined) return desired;
  return {
    vpcId: covers("workforce_vpc_config.vpc_id") ? live.vpcId : desired.vpcId,
    securityGroupIds: covers("workforce_vpc_config.security_group_ids")
      ? live.securityGroupIds
      : desired.securityGroupIds,
    subnets: covers("workforce_vpc_config.subnets") ? live.subnets : desired.subnets,
  };
}

function withLiveProvider(
  desired: Workforce["identityProvider"],
  live: LiveWorkforce["identityProvider"],
  covers: Covers,
): Workforce["identityProvider"] {
  if (desired?.kind !== "oidc" || live.kind !== "oidc") return desired;
  const pick = <T>(name: string, wanted: T, found: T): T => (covers(`oidc_config.${name}`) ? found : wanted);
  return {
    ...desired,
    clientId: pick("client_id", desired.clientId, live.clientId),
    issuer: pick("issuer", desired.issuer, live.issuer),
    authorizationEndpoint: pick(
      "authorization_endpoint",
      desired.authorizationEndpoint,
      live.authorizationEndpoint,
    ),
    tokenEndpoint: pick("token_endpoint", desired.tokenEndpoint, live.tokenEndpoint),
    userInfoEndpoint: pick("user_info_endpoint", desired.userInfoEndpoint, live.userInfoEndpoint),
    logoutEndpoint: pick("logout_endpoint", desired.logoutEndpoint, live.logoutEndpoint),
    jwksUri: pick("jwks_uri", desired.jwksUri, live.jwksUri),
    scope: pick("scope", desired.scope, live.scope),
    authenticationRequestExtraParams: pick(
      "authentication_request_extra_params",
      desired.authenticationRequestExtraParams,
      live.authenticationRequestExtraParams,
    ),
  };
}
