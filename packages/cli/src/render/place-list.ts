import type { TargetView } from "@wf/engine";
import { printable } from "./printable.ts";

/** A target's name: its region, and the account where one is named. */
export function regionOf({ account, region }: Pick<TargetView, "account" | "region">): string {
  return printable(account === undefined ? region : `${region} of account.${account}`);
}

const longestList = 12;

/** Names in one line; of many, the first and how many more there are. */
export function listOf(places: readonly string[]): string {
  const rest = places.length - longestList;
  const shown = places.slice(0, longestList).join(", ");
  return rest > 0 ? `${shown} and ${rest} more` : shown;
}
