import type { Account } from "@wf/parser";
import type { Io } from "./io.ts";

/** Where SageMaker is, if not where AWS has it: by the account's block, or as AWS's own tools are told. */
export function sagemakerEndpoint(
  account: Account | undefined,
  environment: Io["environment"],
): string | undefined {
  return (
    account?.endpoints["sagemaker"] ??
    environment["AWS_ENDPOINT_URL_SAGEMAKER"] ??
    environment["AWS_ENDPOINT_URL"]
  );
}
