import { error } from "./entry.ts";

/** What can be wrong with the text before anything is known of its meaning. */
export const syntaxCatalog = {
  "unexpected-token": error<{ found: string; expected: string }>(
    ({ found }) => `Unexpected ${found}`,
    ({ found, expected }) => `Found ${found}, where ${expected} is expected.`,
  ),
};
