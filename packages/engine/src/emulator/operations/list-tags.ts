import { operation } from "../operation.ts";
import { done, refused } from "../outcome.ts";
import { page } from "../page.ts";
import { taggedResource } from "../tagged-resource.ts";

/** Lists the tags of a workforce or team, by key. */
export const listTags = operation("ListTags", (region, input, context) => {
  const resource = taggedResource(region, input.ResourceArn, context);
  if (resource.kind === "refused") return resource;
  const result = page({
    items: resource.tags,
    key: ({ Key }) => Key,
    descending: false,
    maxResults: input.MaxResults ?? 50,
    nextToken: input.NextToken,
    listing: ["ListTags", input.ResourceArn],
  });
  if (result.kind === "refused") return refused(result.error);
  return done(region, { Tags: result.items, ...result.next });
});
