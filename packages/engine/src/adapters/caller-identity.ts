import type { STSClientConfig } from "@aws-sdk/client-sts";

/** Whose credentials these are, as STS says; nobody needs a permission to ask. Its client is loaded with the question. */
export async function callerIdentity(
  config: STSClientConfig,
): Promise<{ readonly account: string | undefined; readonly arn: string | undefined }> {
  const { GetCallerIdentityCommand, STSClient } = await import("@aws-sdk/client-sts");
  const { Account: account, Arn: arn } = await new STSClient(config).send(new GetCallerIdentityCommand({}));
  return { account, arn };
}
