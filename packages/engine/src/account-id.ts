import { parseArn } from "./arn.ts";
import type { LiveRegion } from "./live-state.ts";
import type { Reading } from "./workteam-usage.ts";

/** The id of the account that a region was read in: what is live tells it, and where nothing is, who was asked. */
export function accountIdOf(
  { workforce, workteams }: LiveRegion,
  asked: Reading<string> | undefined,
): string | undefined {
  const arn = workforce?.arn ?? workteams[0]?.arn;
  if (arn !== undefined) return parseArn(arn)?.accountId;
  return asked?.readable === true ? asked.value : undefined;
}
