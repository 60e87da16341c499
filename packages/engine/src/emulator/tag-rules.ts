import { type ApiError, validationError } from "./api-error.ts";
import type { StoredTag } from "./state-schema.ts";

/** What is wrong with tags to be set: a reserved key, a key said twice. */
export function tagsError(tags: readonly StoredTag[]): ApiError | undefined {
  const reserved = tags.find(({ Key }) => /^aws:/i.test(Key));
  if (reserved !== undefined) {
    return validationError("aws: prefixed tag key names are not allowed for external use.");
  }
  if (new Set(tags.map(({ Key }) => Key)).size < tags.length) {
    return validationError("Duplicate tag keys are not allowed.");
  }
  return undefined;
}

/** What is wrong with all the tags a resource would have. */
export function tagCountError(tags: readonly StoredTag[]): ApiError | undefined {
  return tags.length > 50 ? validationError("A resource can have at most 50 tags.") : undefined;
}
