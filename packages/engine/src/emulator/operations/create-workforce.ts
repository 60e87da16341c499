import { validationError } from "../api-error.ts";
import { workforceArn } from "../arn.ts";
import { operation } from "../operation.ts";
import { done, refused } from "../outcome.ts";
import { settle } from "../region-state.ts";
import type { StoredIdentityProvider, StoredWorkforce } from "../state-schema.ts";
import { tagCountError, tagsError } from "../tag-rules.ts";
import { startTransition } from "../transition.ts";
import type { ValueOf } from "../value-of.ts";
import { identityProviderError, readOidc, readVpc, sourceIpError, vpcError } from "../workforce-rules.ts";

/** Makes the region's one private workforce. */
export const createWorkforce = operation("CreateWorkforce", (region, input, context) => {
  const tags = input.Tags ?? [];
  const identityProvider = readIdentityProvider(input);
  const addresses = {
    sourceIpCidrs: input.SourceIpConfig?.Cidrs ?? [],
    ipAddressType: input.IpAddressType,
  };
  const error =
    identityProviderError(input, context.region) ??
    vpcError(input.WorkforceVpcConfig) ??
    sourceIpError(addresses) ??
    tagsError(tags) ??
    tagCountError(tags);
  if (error !== undefined) return refused(error);
  if (region.workforce !== undefined || identityProvider === undefined) {
    return refused(
      validationError(
        `Cannot create more than one workforce for account ${context.account}. If you are trying to update existing workforce, please use UpdateWorkforce API`,
      ),
    );
  }
  const vpc = readVpc(input.WorkforceVpcConfig);
  const workforce: StoredWorkforce = {
    name: input.WorkforceName,
    creation: region.creations + 1,
    identityProvider,
    ...addresses,
    vpc,
    transition: startTransition("Initializing", context, { ofVpc: vpc !== undefined }),
    createdAt: context.now,
    updatedAt: context.now,
    tags,
  };
  return done(settle({ ...region, workforce, creations: workforce.creation }, context.now), {
    WorkforceArn: workforceArn(context, workforce.name),
  });
});

function readIdentityProvider(input: ValueOf<"CreateWorkforceRequest">): StoredIdentityProvider | undefined {
  if (input.OidcConfig !== undefined) return readOidc(input.OidcConfig);
  if (input.CognitoConfig === undefined) return undefined;
  const { UserPool: userPool, ClientId: clientId } = input.CognitoConfig;
  return { kind: "cognito", userPool, clientId };
}
