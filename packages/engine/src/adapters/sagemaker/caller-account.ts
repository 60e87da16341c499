import type { AwsCredentialIdentity, IdentityProvider } from "@smithy/types";
import { remoteFailure } from "./remote-failure.ts";

/** The id of the account that credentials belong to, as STS says; its client is loaded only when this is asked. */
export async function callerAccount(
  credentials: IdentityProvider<AwsCredentialIdentity>,
  region: string,
): Promise<string> {
  try {
    const { GetCallerIdentityCommand, STSClient } = await import("@aws-sdk/client-sts");
    const identity = await new STSClient({ region, credentials }).send(new GetCallerIdentityCommand({}));
    return identity.Account ?? "";
  } catch (error) {
    throw remoteFailure(error, { operation: "GetCallerIdentity", region });
  }
}
