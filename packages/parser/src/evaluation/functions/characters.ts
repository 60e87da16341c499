import { graphemes } from "../../text/graphemes.ts";

/** A text's characters as people count them. */
export function characters(given: string): readonly string[] {
  return graphemes(given).map(({ segment }) => segment);
}
