import { diagnostic } from "../../text/diagnostic.ts";
import { suggest } from "../../text/suggest.ts";
import { placeOf, textOf } from "../decoded.ts";
import { knownRegions } from "../regions.ts";
import type { WorkforceRule } from "./rule.ts";

/** Regions appear faster than releases, so an unknown one is a warning. */
export const regions: WorkforceRule = (workforce) => {
  const region = textOf(workforce, "region");
  if (region === undefined || knownRegions.includes(region)) return [];
  const near = suggest(region, knownRegions);
  return [diagnostic("unknown-region", placeOf(workforce, "region"), { region, near })];
};
