import type { Target } from "@wf/engine";
import { unnamedTargets } from "@wf/engine";
import { type Configuration, knownRegions } from "@wf/parser";
import { checkAnswer } from "../init/check-answer.ts";
import { UserError } from "../user-error.ts";

/** Where to look: regions that are named must be there, others only may be. */
export interface PullTargets {
  readonly named: readonly Target[];
  readonly elsewhere: readonly Target[];
}

/** The regions that are asked for, or the one to fall back on, or all of their partition of AWS. */
export function pullTargets(
  account: string | undefined,
  asked: { readonly regions: readonly string[]; readonly allRegions: boolean },
  fallback: string | undefined,
): PullTargets {
  if (asked.allRegions && asked.regions.length > 0)
    throw new UserError("--all-regions looks everywhere, and --region says where.", "Leave one of them out.");
  if (asked.allRegions) {
    const begun = fallback === undefined ? [] : [fallback];
    const configuration: Configuration = { stack: "", accounts: [], workforces: [], regions: begun };
    const others = unnamedTargets(configuration, knownRegions).map(({ region }) => region);
    return { named: [], elsewhere: [...begun, ...others].sort().map((region) => ({ account, region })) };
  }
  const named = asked.regions.length > 0 || fallback === undefined ? asked.regions : [fallback];
  if (named.length === 0) {
    throw new UserError(
      "No region is named.",
      "Say which with --region us-east-1, AWS_REGION or the profile, or look everywhere with --all-regions.",
    );
  }
  for (const region of named) {
    const { problem } = checkAnswer("region", region, {});
    if (problem !== undefined)
      throw new UserError(`${JSON.stringify(region)} cannot be a region. ${problem}`, "Give another name.");
  }
  return { named: [...new Set(named)].map((region) => ({ account, region })), elsewhere: [] };
}
