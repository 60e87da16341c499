import { compareValues, identity } from "./equality.ts";
import { openly } from "./openly.ts";
import { moreSensitive, sensitive, sensitivityOf, type Sensitivity } from "./sensitivity.ts";
import type { Type } from "./types.ts";
import { sequence, type SequenceValue, type Value } from "./value.ts";

/**
 * A set; its items must be of the element's type already. Which elements a set has is told by every one of them, so one
 * sensitive element makes the set sensitive.
 */
export function setValue(element: Type, items: readonly Value[]): SequenceValue {
  let why: Sensitivity = false;
  for (const each of items) why = moreSensitive(why, sensitivityOf(each));
  const open = why === false ? items : items.map(openly);
  return sensitive(sequence({ kind: "set", element }, distinct(open).toSorted(compareValues)), why);
}

/** The items without those equal to an earlier one; what is unknown stays, as it may become anything. */
export function distinct(items: readonly Value[]): readonly Value[] {
  const seen = new Set<string>();
  return items.filter((each) => {
    const key = identity(each);
    if (key === undefined) return true;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
