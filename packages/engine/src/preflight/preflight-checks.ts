import type { PreflightCheck } from "./check.ts";
import { clientSecret } from "./client-secret.ts";
import { cognitoClient } from "./cognito-client.ts";
import { cognitoDomain } from "./cognito-domain.ts";
import { cognitoPool } from "./cognito-pool.ts";
import { oidcDiscovery } from "./oidc-discovery.ts";
import { oidcGroups } from "./oidc-groups.ts";
import { oidcJwks } from "./oidc-jwks.ts";
import { vpcSecurityGroups } from "./vpc-security-groups.ts";
import { vpcSubnets } from "./vpc-subnets.ts";
import { vpcExists } from "./vpc.ts";

/** Every check by its name, in the order in which their results are told. */
export const preflightChecks = {
  "client-secret": clientSecret,
  "oidc-discovery": oidcDiscovery,
  "oidc-jwks": oidcJwks,
  "oidc-groups": oidcGroups,
  "cognito-pool": cognitoPool,
  "cognito-client": cognitoClient,
  "cognito-domain": cognitoDomain,
  vpc: vpcExists,
  "vpc-subnets": vpcSubnets,
  "vpc-security-groups": vpcSecurityGroups,
} satisfies Record<string, PreflightCheck>;

export type PreflightName = keyof typeof preflightChecks;
