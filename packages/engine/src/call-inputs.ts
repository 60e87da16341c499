import type { IdentityProvider, Oidc, Vpc, WorkerAccess, Workforce, Workteam } from "@wf/parser";
import type {
  CreateWorkforceInput,
  CreateWorkteamInput,
  MemberDefinitionInput,
  OidcConfigInput,
  Tag,
  UpdateWorkforceInput,
  UpdateWorkteamInput,
  WorkerAccessConfigurationInput,
  WorkforceVpcConfigInput,
} from "./api-call.ts";
import type {
  LiveIdentityProvider,
  LiveMember,
  LiveOidc,
  LiveTags,
  LiveWorkforce,
  LiveWorkteam,
} from "./live-state.ts";
import type { WorkforcePlan } from "./plan-model.ts";

/** CreateWorkforce's input; the client secret is added when it is sent. */
export function createWorkforceInput(workforce: Workforce, tags: readonly Tag[]): CreateWorkforceInput {
  const provider = workforce.identityProvider;
  return {
    WorkforceName: workforce.name,
    ...(provider?.kind === "cognito"
      ? { CognitoConfig: { UserPool: provider.userPool, ClientId: provider.clientId } }
      : {}),
    ...(provider?.kind === "oidc" ? { OidcConfig: oidcConfigInput(provider) } : {}),
    ...(workforce.sourceIpCidrs.length === 0 ? {} : { SourceIpConfig: { Cidrs: workforce.sourceIpCidrs } }),
    ...(workforce.vpc === undefined ? {} : { WorkforceVpcConfig: vpcInput(workforce.vpc) }),
    ...(workforce.ipAddressType === "ipv4" ? {} : { IpAddressType: workforce.ipAddressType }),
    Tags: tags,
  };
}

/** UpdateWorkforce's input: only what changes; an emptied list and an empty VPC clear what was there. */
export function updateWorkforceInput(plan: WorkforcePlan, desired: Workforce): UpdateWorkforceInput {
  const changes = (prefix: string): boolean => plan.changes.some((change) => change.path.startsWith(prefix));
  const provider = desired.identityProvider;
  return {
    WorkforceName: desired.name,
    ...(changes("oidc_config.") && provider?.kind === "oidc"
      ? { OidcConfig: oidcConfigInput(provider) }
      : {}),
    ...(changes("source_ip_config.") ? { SourceIpConfig: { Cidrs: desired.sourceIpCidrs } } : {}),
    ...(changes("workforce_vpc_config.")
      ? { WorkforceVpcConfig: desired.vpc === undefined ? {} : vpcInput(desired.vpc) }
      : {}),
    ...(changes("ip_address_type") ? { IpAddressType: desired.ipAddressType } : {}),
  };
}

/** CreateWorkteam's input for a configured team, whose members are of the workforce's own kind. */
export function createWorkteamInput(
  team: Workteam,
  workforceName: string,
  provider: IdentityProvider | LiveIdentityProvider,
  tags: readonly Tag[],
): CreateWorkteamInput {
  return {
    WorkteamName: team.name,
    WorkforceName: workforceName,
    MemberDefinitions: memberDefinitions(team.groups, provider),
    Description: team.description,
    ...(team.notificationTopicArn === undefined
      ? {}
      : { NotificationConfiguration: { NotificationTopicArn: team.notificationTopicArn } }),
    WorkerAccessConfiguration: workerAccessInput(team.workerAccess),
    Tags: tags,
  };
}

/** UpdateWorkteam's input, whole: AWS replaces the member list, and an empty notification configuration clears it. */
export function updateWorkteamInput(
  team: Workteam,
  provider: IdentityProvider | LiveIdentityProvider,
): UpdateWorkteamInput {
  return {
    WorkteamName: team.name,
    MemberDefinitions: memberDefinitions(team.groups, provider),
    Description: team.description,
    NotificationConfiguration:
      team.notificationTopicArn === undefined ? {} : { NotificationTopicArn: team.notificationTopicArn },
    WorkerAccessConfiguration: workerAccessInput(team.workerAccess),
  };
}

/** CreateWorkteam's input for a team that is not ours, as it was; members of a replaced Cognito pool name the new one. */
export function recreateWorkteamInput(
  team: LiveWorkteam,
  workforceName: string,
  desired: Workforce | undefined,
): CreateWorkteamInput {
  const provider = desired?.identityProvider;
  return {
    WorkteamName: team.name,
    WorkforceName: workforceName,
    MemberDefinitions: team.members.map((member) => liveMemberInput(member, provider)),
    Description: team.description,
    ...(team.notificationTopicArn === undefined
      ? {}
      : { NotificationConfiguration: { NotificationTopicArn: team.notificationTopicArn } }),
    WorkerAccessConfiguration: workerAccessInput(team.workerAccess),
    Tags: settableTags(team.tags),
  };
}

/** CreateWorkforce's input for a workforce as it was; the client secret is added when it is sent. */
export function recreateWorkforceInput(live: LiveWorkforce): CreateWorkforceInput {
  const provider = live.identityProvider;
  return {
    WorkforceName: live.name,
    ...(provider.kind === "cognito"
      ? { CognitoConfig: { UserPool: provider.userPool, ClientId: provider.clientId } }
      : { OidcConfig: oidcConfigInput(provider) }),
    ...(live.sourceIpCidrs.length === 0 ? {} : { SourceIpConfig: { Cidrs: live.sourceIpCidrs } }),
    ...(live.vpc === undefined ? {} : { WorkforceVpcConfig: vpcInput(live.vpc) }),
    ...(live.ipAddressType === "ipv4" ? {} : { IpAddressType: live.ipAddressType }),
    Tags: settableTags(live.tags),
  };
}

/** Live tags as they can be set again: AWS's own cannot. */
function settableTags(tags: LiveTags): readonly Tag[] {
  return Object.entries(tags.readable ? tags.values : {})
    .filter(([key]) => !/^aws:/i.test(key))
    .map(([Key, Value]) => ({ Key, Value }));
}

function liveMemberInput(member: LiveMember, provider: IdentityProvider | undefined): MemberDefinitionInput {
  if (member.kind === "oidc") return { OidcMemberDefinition: { Groups: member.groups } };
  const { userPool, clientId } = provider?.kind === "cognito" ? provider : member;
  return { CognitoMemberDefinition: { UserPool: userPool, ClientId: clientId, UserGroup: member.userGroup } };
}

function memberDefinitions(
  groups: readonly string[],
  provider: IdentityProvider | LiveIdentityProvider,
): readonly MemberDefinitionInput[] {
  if (provider.kind === "oidc") return [{ OidcMemberDefinition: { Groups: groups } }];
  const { userPool, clientId } = provider;
  return groups.map((UserGroup) => ({
    CognitoMemberDefinition: { UserPool: userPool, ClientId: clientId, UserGroup },
  }));
}

function oidcConfigInput(provider: Oidc | LiveOidc): OidcConfigInput {
  const extra = provider.authenticationRequestExtraParams;
  return {
    ClientId: provider.clientId,
    Issuer: provider.issuer,
    AuthorizationEndpoint: discovered(provider.authorizationEndpoint),
    TokenEndpoint: discovered(provider.tokenEndpoint),
    UserInfoEndpoint: discovered(provider.userInfoEndpoint),
    LogoutEndpoint: discovered(provider.logoutEndpoint),
    JwksUri: discovered(provider.jwksUri),
    ...(provider.scope === undefined ? {} : { Scope: provider.scope }),
    ...(Object.keys(extra).length === 0 ? {} : { AuthenticationRequestExtraParams: extra }),
  };
}

/** Endpoints that are not written were found before planning, or there would be no plan. */
function discovered(endpoint: string | undefined): string {
  if (endpoint === undefined) throw new Error("An endpoint is neither written nor discovered");
  return endpoint;
}

function vpcInput(vpc: Vpc): WorkforceVpcConfigInput {
  return { VpcId: vpc.vpcId, SecurityGroupIds: vpc.securityGroupIds, Subnets: vpc.subnets };
}

function workerAccessInput(access: WorkerAccess): WorkerAccessConfigurationInput {
  return {
    S3Presign: { IamPolicyConstraints: { SourceIp: access.sourceIp, VpcSourceIp: access.vpcSourceIp } },
  };
}
