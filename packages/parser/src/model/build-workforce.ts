import { traversalOf } from "../syntax/walk.ts";
import type { Span } from "../text/source.ts";
import { blockOf, blocksOf, type DecodedBlock, textMapOf, textOf, textsOf, truthOf } from "./decoded.ts";
import { durationMilliseconds } from "./duration.ts";
import { instanceAddress } from "./instance-address.ts";
import { namesIn } from "./names.ts";
import { secret } from "./secret.ts";
import type { IdentityProvider, Vpc, Workforce, Workteam } from "./workforce-model.ts";

const defaultTimeout = 30 * 60_000;

/** The typed workforce of a decoded block; only of one without errors, for what is missing becomes empty. */
export function buildWorkforce(block: DecodedBlock): Workforce {
  const label = block.labels[0] ?? "";
  const address = instanceAddress(`workforce.${label}`, block.key);
  const timeouts = blockOf(block, "timeouts");
  const lifecycle = blockOf(block, "lifecycle");
  const timeout = (name: string): number => durationMilliseconds(textOf(timeouts, name)) ?? defaultTimeout;
  return {
    address,
    account: accountName(block),
    region: textOf(block, "region") ?? "",
    name: textOf(block, "name") ?? label,
    manage: textOf(block, "manage") === "teams" ? "teams" : "all",
    identityProvider: buildProvider(block),
    sourceIpCidrs: textsOf(blockOf(block, "source_ip_config"), "cidrs"),
    vpc: buildVpc(blockOf(block, "workforce_vpc_config")),
    ipAddressType: textOf(block, "ip_address_type") === "dualstack" ? "dualstack" : "ipv4",
    tags: textMapOf(block, "tags"),
    workteams: blocksOf(block, "workteam").map((team) => buildWorkteam(team, address)),
    lifecycle: {
      preventDestroy: truthOf(lifecycle, "prevent_destroy") ?? false,
      ignoreChanges: new Set(namesIn(lifecycle, "ignore_changes").map((each) => each.name)),
    },
    timeouts: { create: timeout("create"), update: timeout("update"), delete: timeout("delete") },
    sensitive: sensitivePaths(block),
    span: block.header,
  };
}

/** The `account` block that a workforce names, by `account.NAME`. */
export function accountName(block: DecodedBlock): string | undefined {
  return accountReference(block)?.name;
}

/** The same with its place; undefined where there is none or it is not of that form. */
export function accountReference(
  block: DecodedBlock,
): { readonly name: string; readonly span: Span } | undefined {
  const expression = block.attributes.get("account")?.attribute.expression;
  const reference = expression === undefined ? undefined : traversalOf(expression);
  const [step, ...others] = reference?.steps ?? [];
  if (reference?.root !== "account" || step === undefined || others.length > 0) return undefined;
  return { name: step.kind === "index" ? step.key : step.name, span: reference.span };
}

function buildProvider(block: DecodedBlock): IdentityProvider | undefined {
  const cognito = blockOf(block, "cognito_config");
  if (cognito !== undefined) {
    return {
      kind: "cognito",
      userPool: textOf(cognito, "user_pool") ?? "",
      clientId: textOf(cognito, "client_id") ?? "",
    };
  }
  const oidc = blockOf(block, "oidc_config");
  if (oidc === undefined) return undefined;
  return {
    kind: "oidc",
    clientId: textOf(oidc, "client_id") ?? "",
    clientSecret: secret(textOf(oidc, "client_secret") ?? ""),
    issuer: textOf(oidc, "issuer") ?? "",
    discover: truthOf(oidc, "discover") ?? false,
    authorizationEndpoint: textOf(oidc, "authorization_endpoint"),
    tokenEndpoint: textOf(oidc, "token_endpoint"),
    userInfoEndpoint: textOf(oidc, "user_info_endpoint"),
    logoutEndpoint: textOf(oidc, "logout_endpoint"),
    jwksUri: textOf(oidc, "jwks_uri"),
    scope: textOf(oidc, "scope"),
    authenticationRequestExtraParams: textMapOf(oidc, "authentication_request_extra_params"),
  };
}

function buildVpc(block: DecodedBlock | undefined): Vpc | undefined {
  if (block === undefined) return undefined;
  return {
    vpcId: textOf(block, "vpc_id") ?? "",
    securityGroupIds: textsOf(block, "security_group_ids"),
    subnets: textsOf(block, "subnets"),
  };
}

function buildWorkteam(block: DecodedBlock, workforceAddress: string): Workteam {
  const label = block.labels[0] ?? "";
  const access = blockOf(block, "worker_access");
  return {
    address: instanceAddress(`${workforceAddress}.workteam.${label}`, block.key),
    name: workteamNameOf(block),
    description: textOf(block, "description") ?? "",
    groups: textsOf(block, "groups"),
    notificationTopicArn: textOf(block, "notification_topic_arn"),
    workerAccess: {
      sourceIp: textOf(access, "source_ip") === "Enabled" ? "Enabled" : "Disabled",
      vpcSourceIp: textOf(access, "vpc_source_ip") === "Enabled" ? "Enabled" : "Disabled",
    },
    tags: textMapOf(block, "tags"),
    sensitive: sensitivePaths(block),
    span: block.header,
  };
}

/** A team's name: as set, or its label. */
export function workteamNameOf(block: DecodedBlock): string {
  return textOf(block, "name") ?? block.labels[0] ?? "";
}

/** Paths of what a sensitive value touched, in this block and the blocks within it but for its teams. */
function sensitivePaths(block: DecodedBlock): ReadonlySet<string> {
  const own = [...block.attributes].filter(([, each]) => each.sensitive).map(([name]) => name);
  const nested = block.blocks
    .filter((each) => each.schema.type !== "workteam")
    .flatMap((each) => [...sensitivePaths(each)].map((path) => `${each.schema.type}.${path}`));
  return new Set([...own, ...nested]);
}
