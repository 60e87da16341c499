import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import type { CallerIdentity } from "../../ports.ts";
import { ProbeError } from "../../probe-error.ts";
import { askAws, type AwsProbeOptions, probeClientConfig } from "../aws-probe.ts";

/** Who STS says that the credentials are; nobody needs a permission to ask. */
export async function askIdentity(options: AwsProbeOptions): Promise<CallerIdentity> {
  const call = { operation: "GetCallerIdentity", service: "STS", region: options.region };
  const found = await askAws(call, async () =>
    new STSClient(probeClientConfig(options)).send(new GetCallerIdentityCommand({})),
  );
  const { Account: account, Arn: arn } = found ?? {};
  if (account === undefined || arn === undefined)
    throw new ProbeError("no-answer", "STS did not say whose the credentials are");
  return { account, arn };
}
