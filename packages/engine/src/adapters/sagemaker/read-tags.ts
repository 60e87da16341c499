import { ListTagsCommand, type SageMakerClient } from "@aws-sdk/client-sagemaker";
import type { LiveTags } from "../../live-state.ts";
import type { CallOptions } from "../../ports.ts";
import { RemoteError } from "../../remote-error.ts";
import { allPages } from "./all-pages.ts";
import { runCall } from "./run-call.ts";

/** A resource's tags, or why they can't be read: ownership is then unknown, which is no reason to fail. */
export async function readTags(
  client: SageMakerClient,
  region: string,
  arn: string,
  { signal, onRetry }: CallOptions,
): Promise<LiveTags> {
  const call = { operation: "ListTags", region, mutating: false, secret: undefined, onRetry };
  try {
    const tags = await allPages(async (NextToken) => {
      const input = { ResourceArn: arn, NextToken };
      const page = await runCall(call, signal, (options) => client.send(new ListTagsCommand(input), options));
      return { items: page.Tags ?? [], next: page.NextToken };
    });
    return {
      readable: true,
      values: Object.fromEntries(tags.map(({ Key = "", Value = "" }) => [Key, Value])),
    };
  } catch (error) {
    if (error instanceof RemoteError && isUnreadable(error))
      return { readable: false, reason: error.message };
    throw error;
  }
}

function isUnreadable({ reason, message }: RemoteError): boolean {
  return reason === "access-denied" || message.includes("Invalid resource type");
}
