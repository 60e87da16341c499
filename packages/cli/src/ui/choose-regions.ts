import type { Outline } from "./outline.ts";

/** Which regions are not to be applied, and what there is to say about the choice. */
export interface Choice {
  readonly leftOut: ReadonlySet<string>;
  readonly message: string;
}

/** Leaves the region of an entry out, or all others, or takes them back in; at least one stays. */
export function choose(
  { entries }: Outline,
  leftOut: ReadonlySet<string>,
  command: "choose" | "chooseOnly" | "chooseAll",
  entry: number,
): Choice {
  if (command === "chooseAll") return { leftOut: new Set(), message: "" };
  const key = entries[entry]?.key;
  if (key === undefined)
    return { leftOut, message: "Nothing would be done here: there is nothing to choose." };
  const keys = entries.flatMap((entry) => entry.key ?? []);
  const chosen = new Set(leftOut);
  if (command === "chooseOnly") {
    for (const each of keys) chosen.add(each);
    chosen.delete(key);
  } else if (!chosen.delete(key)) {
    chosen.add(key);
  }
  return chosen.size === keys.length
    ? { leftOut, message: "One region must stay. To leave all as they are, press Ctrl-C." }
    : { leftOut: chosen, message: "" };
}
