import type { Workforce } from "@aws-sdk/client-sagemaker";
import type { LiveIdentityProvider, LiveTags, LiveWorkforce } from "../../live-state.ts";

/** Whether it is the account's own: vendors' are listed too, without an identity provider of the account's. */
export function isPrivate(workforce: Workforce): boolean {
  return (
    readIdentityProvider(workforce) !== undefined &&
    workforce.WorkforceArn?.endsWith(`:workforce/${workforce.WorkforceName}`) === true
  );
}

/** A private workforce as the core knows it; undefined for one that isn't private. */
export function liveWorkforce(workforce: Workforce, tags: LiveTags): LiveWorkforce | undefined {
  const identityProvider = readIdentityProvider(workforce);
  const { WorkforceName: name, WorkforceArn: arn, WorkforceVpcConfig: vpc } = workforce;
  if (identityProvider === undefined || name === undefined || arn === undefined) return undefined;
  return {
    name,
    arn,
    status: workforce.Status ?? "Active",
    failureReason: workforce.FailureReason,
    subDomain: workforce.SubDomain,
    identityProvider,
    sourceIpCidrs: workforce.SourceIpConfig?.Cidrs ?? [],
    vpc:
      vpc?.VpcId === undefined
        ? undefined
        : { vpcId: vpc.VpcId, securityGroupIds: vpc.SecurityGroupIds ?? [], subnets: vpc.Subnets ?? [] },
    ipAddressType: workforce.IpAddressType ?? "ipv4",
    createDate: workforce.CreateDate?.toISOString(),
    lastUpdatedDate: workforce.LastUpdatedDate?.toISOString(),
    tags,
  };
}

function readIdentityProvider({
  CognitoConfig: cognito,
  OidcConfig: oidc,
}: Workforce): LiveIdentityProvider | undefined {
  if (cognito !== undefined) {
    return { kind: "cognito", userPool: cognito.UserPool ?? "", clientId: cognito.ClientId ?? "" };
  }
  if (oidc === undefined) return undefined;
  return {
    kind: "oidc",
    clientId: oidc.ClientId ?? "",
    issuer: oidc.Issuer ?? "",
    authorizationEndpoint: oidc.AuthorizationEndpoint ?? "",
    tokenEndpoint: oidc.TokenEndpoint ?? "",
    userInfoEndpoint: oidc.UserInfoEndpoint ?? "",
    logoutEndpoint: oidc.LogoutEndpoint ?? "",
    jwksUri: oidc.JwksUri ?? "",
    scope: oidc.Scope,
    authenticationRequestExtraParams: oidc.AuthenticationRequestExtraParams ?? {},
  };
}
