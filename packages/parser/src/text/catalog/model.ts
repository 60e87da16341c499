import { didYouMean, error } from "./entry.ts";

/** What can be wrong with a configuration whose syntax and expressions are right. */
export const modelCatalog = {
  "unknown-attribute": error<{
    name: string;
    block: string;
    near: string | undefined;
    allowed: readonly string[];
  }>(
    ({ name, block }) => `There is no attribute "${name}" in ${block}`,
    ({ near, allowed }) => `Allowed here: ${allowed.join(", ")}.${didYouMean(near)}`,
  ),
};
