import { canonicalCidr } from "@wf/parser";
import type { LiveWorkforce, LiveWorkteam } from "./live-state.ts";
import { userTags } from "./ownership.ts";
import type { Workforce, Workteam } from "@wf/parser";

/**
 * A value as compared: sets are sorted and in canonical form, so that equal means equal. Texts are in Unicode's normal form
 * C, for the language knows no other.
 */
export type AttributeValue =
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "set"; readonly values: readonly string[] }
  | { readonly kind: "map"; readonly entries: Readonly<Record<string, string>> }
  /** A value that is never shown nor compared by what it is. */
  | { readonly kind: "secret" };

/** What is set, by its path in the language (`source_ip_config.cidrs`), in the order in which plans show it. */
export type Attributes = ReadonlyMap<string, AttributeValue>;

/** What the attributes of a workforce are read from: the configuration's and the region's both have this shape. */
type WorkforceSettings = Pick<
  Workforce | LiveWorkforce,
  "name" | "sourceIpCidrs" | "vpc" | "ipAddressType"
> & { readonly identityProvider: Workforce["identityProvider"] | LiveWorkforce["identityProvider"] };

/** A configured workforce's attributes, its own tags included; the client secret is compared by fingerprint elsewhere. */
export function desiredWorkforceAttributes(workforce: Workforce): Attributes {
  return collect([...workforceEntries(workforce), ["tags", map(workforce.tags)]]);
}

/** A live workforce's attributes; `tags` only where they can be read. */
export function liveWorkforceAttributes(workforce: LiveWorkforce): Attributes {
  return collect([...workforceEntries(workforce), ["tags", map(userTags(workforce.tags))]]);
}

/** A configured work team's attributes. */
export function desiredWorkteamAttributes(workteam: Workteam): Attributes {
  return collect([...workteamEntries(workteam, workteam.groups), ["tags", map(workteam.tags)]]);
}

/** A live work team's attributes; `tags` only where they can be read. */
export function liveWorkteamAttributes(workteam: LiveWorkteam): Attributes {
  return collect([
    ...workteamEntries(workteam, liveGroups(workteam)),
    ["tags", map(userTags(workteam.tags))],
  ]);
}

/** The groups of a team's member definitions, whichever kind they are of. */
export function liveGroups(workteam: LiveWorkteam): readonly string[] {
  return workteam.members.flatMap((member) =>
    member.kind === "cognito" ? [member.userGroup] : member.groups,
  );
}

type Entry = readonly [path: string, value: AttributeValue | undefined];

function workforceEntries(settings: WorkforceSettings): readonly Entry[] {
  return [
    ["name", text(settings.name)],
    ...identityProviderEntries(settings.identityProvider),
    ["source_ip_config.cidrs", set(settings.sourceIpCidrs.map(canonicalCidr))],
    ["workforce_vpc_config.vpc_id", text(settings.vpc?.vpcId)],
    ["workforce_vpc_config.subnets", set(settings.vpc?.subnets ?? [])],
    ["workforce_vpc_config.security_group_ids", set(settings.vpc?.securityGroupIds ?? [])],
    ["ip_address_type", textUnless("ipv4", settings.ipAddressType)],
  ];
}

function identityProviderEntries(provider: WorkforceSettings["identityProvider"]): readonly Entry[] {
  if (provider === undefined) return [];
  if (provider.kind === "cognito") {
    return [
      ["cognito_config.user_pool", text(provider.userPool)],
      ["cognito_config.client_id", text(provider.clientId)],
    ];
  }
  return [
    ["oidc_config.client_id", text(provider.clientId)],
    ["oidc_config.issuer", text(provider.issuer)],
    ["oidc_config.authorization_endpoint", text(provider.authorizationEndpoint)],
    ["oidc_config.token_endpoint", text(provider.tokenEndpoint)],
    ["oidc_config.user_info_endpoint", text(provider.userInfoEndpoint)],
    ["oidc_config.logout_endpoint", text(provider.logoutEndpoint)],
    ["oidc_config.jwks_uri", text(provider.jwksUri)],
    ["oidc_config.scope", text(provider.scope)],
    ["oidc_config.authentication_request_extra_params", map(provider.authenticationRequestExtraParams)],
  ];
}

function workteamEntries(workteam: Workteam | LiveWorkteam, groups: readonly string[]): readonly Entry[] {
  return [
    ["description", text(workteam.description)],
    ["groups", set(groups)],
    ["notification_topic_arn", text(workteam.notificationTopicArn)],
    ["worker_access.source_ip", textUnless("Disabled", workteam.workerAccess.sourceIp)],
    ["worker_access.vpc_source_ip", textUnless("Disabled", workteam.workerAccess.vpcSourceIp)],
  ];
}

function collect(entries: readonly Entry[]): Attributes {
  const attributes = new Map<string, AttributeValue>();
  for (const [path, value] of entries) if (value !== undefined) attributes.set(path, value);
  return attributes;
}

function text(value: string | undefined): AttributeValue | undefined {
  return value === undefined || value === "" ? undefined : { kind: "text", value: normalForm(value) };
}

/** AWS's default is the same as nothing said. */
function textUnless(fallback: string, value: string): AttributeValue | undefined {
  return value === fallback ? undefined : text(value);
}

function set(values: readonly string[]): AttributeValue | undefined {
  return values.length === 0
    ? undefined
    : { kind: "set", values: [...new Set(values.map(normalForm))].sort() };
}

function map(entries: Readonly<Record<string, string>> | undefined): AttributeValue | undefined {
  if (entries === undefined || Object.keys(entries).length === 0) return undefined;
  const normal = Object.entries(entries).map(([key, value]) => [normalForm(key), normalForm(value)] as const);
  return { kind: "map", entries: Object.fromEntries(normal) };
}

function normalForm(value: string): string {
  return value.normalize("NFC");
}
