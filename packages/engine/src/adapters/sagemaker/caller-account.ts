import type { AwsCredentialIdentity, IdentityProvider } from "@smithy/types";
import { remoteFailure } from "./remote-failure.ts";
import type { SagemakerAccountOptions } from "./sagemaker-account.ts";

/** The id of the account that credentials belong to, as STS says; its client is loaded only when this is asked. */
export async function callerAccount(
  credentials: IdentityProvider<AwsCredentialIdentity>,
  region: string,
  { stsEndpoint, profile }: Pick<SagemakerAccountOptions, "stsEndpoint" | "profile">,
): Promise<string> {
  try {
    const { GetCallerIdentityCommand, STSClient } = await import("@aws-sdk/client-sts");
    const client = new STSClient({
      region,
      credentials,
      ...(stsEndpoint === undefined ? {} : { endpoint: stsEndpoint }),
      ...(profile === undefined ? {} : { profile }),
    });
    const identity = await client.send(new GetCallerIdentityCommand({}));
    return identity.Account ?? "";
  } catch (error) {
    throw remoteFailure(error, { operation: "GetCallerIdentity", region, service: "STS" });
  }
}
