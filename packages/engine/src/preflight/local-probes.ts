import type { Probes } from "../ports.ts";
import { ProbeError } from "../probe-error.ts";

/** Of a region on this machine: the pools, networks and identity providers around it exist on paper only, and are not asked. */
export const localProbes: Probes = {
  discoveryDocument: notAsked,
  countKeys: notAsked,
  userPool: notAsked,
  userPoolClient: notAsked,
  vpc: notAsked,
  subnets: notAsked,
  securityGroups: notAsked,
  callerIdentity: notAsked,
  isAllowed: notAsked,
};

async function notAsked(): Promise<never> {
  throw new ProbeError("local", "the region is on this machine");
}
