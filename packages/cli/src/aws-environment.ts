import type { Account } from "@wf/parser";
import type { Io } from "./io.ts";

type Environment = Io["environment"];

/** Where SageMaker is, if not where AWS has it: by the account's block, or as AWS's own tools are told. */
export function sagemakerEndpoint(
  account: Account | undefined,
  environment: Environment,
): string | undefined {
  return (
    account?.endpoints["sagemaker"] ??
    environment["AWS_ENDPOINT_URL_SAGEMAKER"] ??
    environment["AWS_ENDPOINT_URL"]
  );
}

/** The region that the environment names, the more particular variable first; one that will not do is passed over. */
export function environmentRegion(
  environment: Environment,
  isUsable: (region: string) => boolean = (region) => region !== "",
): string | undefined {
  return [environment["AWS_REGION"], environment["AWS_DEFAULT_REGION"]].find(
    (each) => each !== undefined && isUsable(each),
  );
}
