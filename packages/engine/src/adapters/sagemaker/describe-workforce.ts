import { DescribeWorkforceCommand, type SageMakerClient } from "@aws-sdk/client-sagemaker";
import type { WorkforceState } from "../../ports.ts";
import { RemoteError } from "../../remote-error.ts";
import { runCall } from "./run-call.ts";

/** How a workforce is now; undefined where there is none of that name. */
export async function describeWorkforce(
  client: SageMakerClient,
  region: string,
  name: string,
  signal: AbortSignal | undefined,
): Promise<WorkforceState | undefined> {
  const call = {
    operation: "DescribeWorkforce",
    region,
    mutating: false,
    secret: undefined,
    onRetry: undefined,
  };
  try {
    const { Workforce: workforce } = await runCall(call, signal, (options) =>
      client.send(new DescribeWorkforceCommand({ WorkforceName: name }), options),
    );
    return {
      status: workforce?.Status ?? "Active",
      failureReason: workforce?.FailureReason,
      subDomain: workforce?.SubDomain,
    };
  } catch (error) {
    if (error instanceof RemoteError && error.reason === "not-found") return undefined;
    throw error;
  }
}
