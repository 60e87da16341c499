import { targetName, type TargetView } from "@wf/engine";
import { printable } from "./printable.ts";

/** A target's name, printable. */
export function regionOf(target: Pick<TargetView, "account" | "region">): string {
  return printable(targetName(target));
}

const longestList = 12;

/** Names in one line; of many, the first and how many more there are. */
export function listOf(places: readonly string[]): string {
  const rest = places.length - longestList;
  const shown = places.slice(0, longestList).join(", ");
  return rest > 0 ? `${shown} and ${rest} more` : shown;
}
