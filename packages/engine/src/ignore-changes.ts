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
  const ignored = desired.lifecycle.ignoreChanges;
  if (ignored.size === 0) return desired;
  const covers = (path: string): boolean =>
    [...ignored].some((each) => path === each || path.startsWith(`${each}.`));
  return {
    ...desired,
    identityProvider: withLiveProvider(desired.identityProvider, live.identityProvider, covers),
    sourceIpCidrs: covers("source_ip_config.cidrs") ? live.sourceIpCidrs : desired.sourceIpCidrs,
    vpc: covers("workforce_vpc_config.vpc_id") ? live.vpc : desired.vpc,
    ipAddressType: covers("ip_address_type") ? live.ipAddressType : desired.ipAddressType,
    tags: covers("tags") ? (userTags(live.tags) ?? desired.tags) : desired.tags,
  };
}

function withLiveProvider(
  desired: Workforce["identityProvider"],
  live: LiveWorkforce["identityProvider"],
  covers: (path: string) => boolean,
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
