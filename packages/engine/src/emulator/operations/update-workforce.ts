import { type ApiError, apiError, noWorkforce, validationError } from "../api-error.ts";
import { operation } from "../operation.ts";
import { done, refused } from "../outcome.ts";
import { settle, withWorkforce } from "../region-state.ts";
import type { RegionState, StoredVpc, StoredWorkforce } from "../state-schema.ts";
import { startTransition } from "../transition.ts";
import type { ValueOf } from "../value-of.ts";
import { isNoVpc, readOidc, readVpc, sourceIpError, vpcError } from "../workforce-rules.ts";
import { workforceView } from "../workforce-view.ts";

/** Changes what the request names and leaves the rest; a VPC comes and goes with time. */
export const updateWorkforce = operation("UpdateWorkforce", (region, input, context) => {
  const { workforce } = region;
  if (workforce?.name !== input.WorkforceName) {
    return refused(noWorkforce(input.WorkforceName, context.account));
  }
  if (workforce.transition !== undefined) {
    const { status } = workforce.transition;
    return refused(
      apiError("ConflictException", `Workforce ${workforce.name} is ${status}. Try again later.`),
    );
  }
  const changed: StoredWorkforce = {
    ...workforce,
    identityProvider:
      input.OidcConfig === undefined ? workforce.identityProvider : readOidc(input.OidcConfig),
    sourceIpCidrs: input.SourceIpConfig?.Cidrs ?? workforce.sourceIpCidrs,
    ipAddressType: input.IpAddressType ?? workforce.ipAddressType,
    updatedAt: context.now,
  };
  const error =
    oidcError(region, workforce, input) ?? vpcError(input.WorkforceVpcConfig) ?? sourceIpError(changed);
  if (error !== undefined) return refused(error);
  const vpc = vpcChange(workforce, input.WorkforceVpcConfig);
  const transition = startTransition("Updating", context, { ofVpc: vpc !== undefined, vpc });
  const next = settle(withWorkforce(region, { ...changed, transition }), context.now);
  return done(next, { Workforce: workforceView(next.workforce ?? changed, context) });
});

function oidcError(
  region: RegionState,
  workforce: StoredWorkforce,
  input: ValueOf<"UpdateWorkforceRequest">,
): ApiError | undefined {
  if (input.OidcConfig === undefined) return undefined;
  if (workforce.identityProvider.kind !== "oidc") {
    return validationError("OidcConfig can not be set on a workforce that uses Amazon Cognito");
  }
  if (region.workteams.length > 0) {
    return validationError(
      "OidcConfig can only be updated when no work teams are associated with the workforce",
    );
  }
  return undefined;
}

function vpcChange(
  { vpc }: StoredWorkforce,
  requested: ValueOf<"WorkforceVpcConfigRequest"> | undefined,
): StoredVpc | "none" | undefined {
  if (requested === undefined) return undefined;
  if (isNoVpc(requested)) return vpc === undefined ? undefined : "none";
  return readVpc(requested);
}
