import type { CallerIdentity } from "../../ports.ts";
import { ProbeError } from "../../probe-error.ts";
import { askAws, type AwsProbeOptions, probeClientConfig } from "../aws-probe.ts";
import { callerIdentity } from "../caller-identity.ts";

/** Who STS says that the credentials are; rejects with a `ProbeError`. */
export async function askIdentity(options: AwsProbeOptions): Promise<CallerIdentity> {
  const call = { operation: "GetCallerIdentity", service: "STS", region: options.region };
  const found = await askAws(call, async () => callerIdentity(probeClientConfig(options)));
  const { account, arn } = found ?? {};
  if (account === undefined || arn === undefined)
    throw new ProbeError("no-answer", "STS did not say whose the credentials are");
  return { account, arn };
}
