import { ListTagsCommand } from "@aws-sdk/client-sagemaker";
import type { LiveTags } from "../../live-state.ts";
import type { CallOptions } from "../../ports.ts";
import { RemoteError } from "../../remote-error.ts";
import { allPages } from "./all-pages.ts";
import type { RegionClient } from "./region-client.ts";

/** A resource's tags, or why they can't be read: ownership is then unknown, which is no reason to fail. */
export async function readTags(client: RegionClient, arn: string, options: CallOptions): Promise<LiveTags> {
  try {
    const tags = await allPages(async (NextToken) => {
      const page = await client.read(new ListTagsCommand({ ResourceArn: arn, NextToken }), options);
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
