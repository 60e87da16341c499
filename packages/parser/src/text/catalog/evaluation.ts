import { didYouMean, error } from "./entry.ts";

/** What can be wrong when an expression is evaluated. */
export const evaluationCatalog = {
  "unknown-function": error<{ name: string; near: string | undefined }>(
    ({ name }) => `There is no function "${name}"`,
    ({ near }) => `Functions are those of the reference's list; none can be defined.${didYouMean(near)}`,
  ),
};
