import { createHash } from "node:crypto";
import { vendorWorkforceArn, workforceArn } from "./arn.ts";
import type { CallContext } from "./call-context.ts";
import type { StoredIdentityProvider, StoredWorkforce } from "./state-schema.ts";
import type { ValueOf } from "./value-of.ts";

/** A workforce as Describe, List and Update answer it: without the secret, without tags. */
export function workforceView(workforce: StoredWorkforce, context: CallContext): ValueOf<"Workforce"> {
  const { vpc, ipAddressType, failureReason, transition } = workforce;
  return {
    WorkforceName: workforce.name,
    WorkforceArn: workforceArn(context, workforce.name),
    LastUpdatedDate: workforce.updatedAt / 1000,
    SourceIpConfig: { Cidrs: workforce.sourceIpCidrs },
    SubDomain: subDomain(workforce, context),
    ...identityProviderView(workforce.identityProvider),
    CreateDate: workforce.createdAt / 1000,
    ...(vpc === undefined
      ? {}
      : {
          WorkforceVpcConfig: {
            VpcId: vpc.vpcId,
            SecurityGroupIds: vpc.securityGroupIds,
            Subnets: vpc.subnets,
            VpcEndpointId: `vpce-${label(context.account, context.region, workforce.name, vpc.vpcId).slice(0, 17)}`,
          },
        }),
    Status: transition?.status ?? (failureReason === undefined ? "Active" : "Failed"),
    ...(failureReason === undefined || transition !== undefined ? {} : { FailureReason: failureReason }),
    ...(ipAddressType === undefined ? {} : { IpAddressType: ipAddressType }),
  };
}

/** A vendor's workforce: AWS documents that it is listed, not how; it has no identity provider of the account's. */
export function vendorWorkforceView(
  vendor: { readonly name: string; readonly createdAt: number },
  context: CallContext,
): ValueOf<"Workforce"> {
  return {
    WorkforceName: vendor.name,
    WorkforceArn: vendorWorkforceArn(context, vendor.name),
    LastUpdatedDate: vendor.createdAt / 1000,
    SourceIpConfig: { Cidrs: [] },
    CreateDate: vendor.createdAt / 1000,
    Status: "Active",
  };
}

/** The worker portal's host: another one at every creation, the same one in every run of the same calls. */
export function subDomain(
  workforce: Pick<StoredWorkforce, "name" | "creation">,
  { account, region }: { readonly account: string; readonly region: string },
): string {
  return `${label(account, region, workforce.name, String(workforce.creation)).slice(0, 10)}.labeling.${region}.sagemaker.aws`;
}

function identityProviderView(
  provider: StoredIdentityProvider,
): Pick<ValueOf<"Workforce">, "CognitoConfig" | "OidcConfig"> {
  if (provider.kind === "cognito") {
    return { CognitoConfig: { UserPool: provider.userPool, ClientId: provider.clientId } };
  }
  const { scope, authenticationRequestExtraParams: extra } = provider;
  return {
    OidcConfig: {
      ClientId: provider.clientId,
      Issuer: provider.issuer,
      AuthorizationEndpoint: provider.authorizationEndpoint,
      TokenEndpoint: provider.tokenEndpoint,
      UserInfoEndpoint: provider.userInfoEndpoint,
      LogoutEndpoint: provider.logoutEndpoint,
      JwksUri: provider.jwksUri,
      ...(scope === undefined ? {} : { Scope: scope }),
      ...(extra === undefined ? {} : { AuthenticationRequestExtraParams: extra }),
    },
  };
}

function label(...parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("/")).digest("hex");
}
