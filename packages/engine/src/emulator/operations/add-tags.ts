import { operation } from "../operation.ts";
import { done, refused } from "../outcome.ts";
import { mergeTags } from "../region-state.ts";
import { tagCountError, tagsError } from "../tag-rules.ts";
import { taggedResource } from "../tagged-resource.ts";

/** Sets tags over those that a workforce or team has. */
export const addTags = operation("AddTags", (region, input, context) => {
  const resource = taggedResource(region, input.ResourceArn, context);
  if (resource.kind === "refused") return resource;
  const tags = mergeTags(resource.tags, input.Tags);
  const error = tagsError(input.Tags) ?? tagCountError(tags);
  if (error !== undefined) return refused(error);
  return done(resource.withTags(tags), { Tags: tags });
});
