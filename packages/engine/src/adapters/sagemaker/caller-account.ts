import type { AwsCredentialIdentity, IdentityProvider } from "@smithy/types";
import { callerIdentity } from "../caller-identity.ts";
import { connections } from "./connections.ts";
import { remoteFailure } from "./remote-failure.ts";
import type { SagemakerAccountOptions } from "./sagemaker-account.ts";

/** The id of the account that credentials belong to; rejects with a `RemoteError`. */
export async function callerAccount(
  credentials: IdentityProvider<AwsCredentialIdentity>,
  region: string,
  { stsEndpoint, profile }: Pick<SagemakerAccountOptions, "stsEndpoint" | "profile">,
): Promise<string> {
  try {
    const { account = "" } = await callerIdentity({
      region,
      credentials,
      requestHandler: connections,
      ...(stsEndpoint === undefined ? {} : { endpoint: stsEndpoint }),
      ...(profile === undefined ? {} : { profile }),
    });
    return account;
  } catch (error) {
    throw remoteFailure(error, { operation: "GetCallerIdentity", region, service: "STS" });
  }
}
