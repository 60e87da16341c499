import { operation } from "../operation.ts";
import { done } from "../outcome.ts";
import { taggedResource } from "../tagged-resource.ts";

/** Takes tags away; keys that a resource hasn't are no error. */
export const deleteTags = operation("DeleteTags", (region, input, context) => {
  const resource = taggedResource(region, input.ResourceArn, context);
  if (resource.kind === "refused") return resource;
  return done(resource.withTags(resource.tags.filter(({ Key }) => !input.TagKeys.includes(Key))), {});
});
