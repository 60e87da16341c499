import { createHash } from "node:crypto";
import { type ApiError, validationError } from "./api-error.ts";
import type { StoredIdentityProvider, StoredVpc, StoredWorkforce } from "./state-schema.ts";
import type { ValueOf } from "./value-of.ts";

/** What is wrong with the identity provider of a creation, if anything. */
export function identityProviderError(
  input: ValueOf<"CreateWorkforceRequest">,
  region: string,
): ApiError | undefined {
  const { CognitoConfig: cognito, OidcConfig: oidc } = input;
  if (cognito !== undefined && oidc !== undefined) {
    return validationError("CognitoConfig and OidcConfig can not both be specified");
  }
  if (cognito === undefined && oidc === undefined) {
    return validationError("Either CognitoConfig or OidcConfig must be specified");
  }
  if (cognito !== undefined && !cognito.UserPool.startsWith(`${region}_`)) {
    return validationError(`The Cognito user pool ${cognito.UserPool} is not in region ${region}`);
  }
  return undefined;
}

/** What is wrong with a VPC, of which a request may hold any part; `{}` is fine and means none. */
export function vpcError(vpc: ValueOf<"WorkforceVpcConfigRequest"> | undefined): ApiError | undefined {
  if (vpc === undefined || isNoVpc(vpc) || readVpc(vpc) !== undefined) return undefined;
  return validationError("WorkforceVpcConfig requires VpcId, SecurityGroupIds and Subnets together");
}

/** Whether it is `{}`, which removes the VPC. */
export function isNoVpc(vpc: ValueOf<"WorkforceVpcConfigRequest">): boolean {
  return vpc.VpcId === undefined && vpc.SecurityGroupIds === undefined && vpc.Subnets === undefined;
}

/** The VPC to store, if all of its parts are there. */
export function readVpc(vpc: ValueOf<"WorkforceVpcConfigRequest"> | undefined): StoredVpc | undefined {
  const { VpcId: vpcId, SecurityGroupIds: securityGroupIds, Subnets: subnets } = vpc ?? {};
  if (vpcId === undefined || securityGroupIds === undefined || subnets === undefined) return undefined;
  return { vpcId, securityGroupIds, subnets };
}

/** What is wrong with the ranges together: more than ten, or IPv6 without dualstack. */
export function sourceIpError({
  sourceIpCidrs,
  ipAddressType,
}: Pick<StoredWorkforce, "sourceIpCidrs" | "ipAddressType">): ApiError | undefined {
  if (sourceIpCidrs.length > 10) {
    return validationError("SourceIpConfig can hold at most ten Cidrs");
  }
  const ipv6 = sourceIpCidrs.find((cidr) => cidr.includes(":"));
  if (ipv6 !== undefined && ipAddressType !== "dualstack") {
    return validationError(`The IPv6 range ${ipv6} requires IpAddressType dualstack`);
  }
  return undefined;
}

/** The OIDC settings to store: of the secret only its hash. */
export function readOidc(oidc: ValueOf<"OidcConfig">): StoredIdentityProvider {
  return {
    kind: "oidc",
    clientId: oidc.ClientId,
    clientSecretSha256: createHash("sha256").update(oidc.ClientSecret).digest("hex"),
    issuer: oidc.Issuer,
    authorizationEndpoint: oidc.AuthorizationEndpoint,
    tokenEndpoint: oidc.TokenEndpoint,
    userInfoEndpoint: oidc.UserInfoEndpoint,
    logoutEndpoint: oidc.LogoutEndpoint,
    jwksUri: oidc.JwksUri,
    scope: oidc.Scope,
    authenticationRequestExtraParams: oidc.AuthenticationRequestExtraParams,
  };
}
