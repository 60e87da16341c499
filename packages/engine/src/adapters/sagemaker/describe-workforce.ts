import { DescribeWorkforceCommand } from "@aws-sdk/client-sagemaker";
import type { CallOptions, WorkforceState } from "../../ports.ts";
import { RemoteError } from "../../remote-error.ts";
import type { RegionClient } from "./region-client.ts";

/** How a workforce is now; undefined where there is none of that name. */
export async function describeWorkforce(
  client: RegionClient,
  name: string,
  options: CallOptions | undefined,
): Promise<WorkforceState | undefined> {
  try {
    const { Workforce: workforce } = await client.read(
      new DescribeWorkforceCommand({ WorkforceName: name }),
      options,
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
