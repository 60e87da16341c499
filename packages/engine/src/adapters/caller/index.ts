import type { Probes } from "../../ports.ts";
import type { AwsProbeOptions } from "../aws-probe.ts";
import { remember } from "../remember.ts";

type IdentityProbe = Pick<Probes, "callerIdentity">;
type PermissionProbe = Pick<Probes, "isAllowed">;

/** STS as it is asked who calls, loaded with the question. */
export function identityProbe(options: AwsProbeOptions): IdentityProbe {
  return {
    callerIdentity: async () => {
      const { askIdentity } = await import("./ask-identity.ts");
      return askIdentity(options);
    },
  };
}

/** IAM as it is asked what a caller may do: its client is loaded with the first question. */
export function permissionProbe(options: AwsProbeOptions): PermissionProbe {
  const probe = remember(async () => (await import("./permissions.ts")).askPermissions(options));
  return { isAllowed: async (...question) => (await probe()).isAllowed(...question) };
}
