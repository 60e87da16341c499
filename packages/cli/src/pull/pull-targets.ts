import type { Target } from "@wf/engine";
import { unnamedTargets } from "@wf/engine";
import { type Configuration, knownRegions } from "@wf/parser";
import type { Context } from "../context.ts";
import { checkAnswer } from "../init/check-answer.ts";
import { regionOfEnvironment } from "../region-of-environment.ts";
import { UserError } from "../user-error.ts";

/** Where to look: regions that are named must be there, others only may be. */
export interface PullTargets {
  readonly named: readonly Target[];
  readonly elsewhere: readonly Target[];
}

/** The regions that the command line or the environment names, or all of their partition of AWS. */
export function pullTargets(
  context: Context,
  account: string | undefined,
  asked: { readonly regions: readonly string[]; readonly allRegions: boolean },
): PullTargets {
  const { environment } = context.io;
  if (asked.allRegions && asked.regions.length > 0)
    throw new UserError("--all-regions looks everywhere, and --region says where.", "Leave one of them out.");
  const fallback = regionOfEnvironment(environment) ?? (context.local ? "us-east-1" : undefined);
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
      "Say which with --region us-east-1 or AWS_REGION, or look everywhere with --all-regions.",
    );
  }
  for (const region of named) {
    const { problem } = checkAnswer("region", region, {});
    if (problem !== undefined)
      throw new UserError(`${JSON.stringify(region)} cannot be a region. ${problem}`, "Give another name.");
  }
  return { named: [...new Set(named)].map((region) => ({ account, region })), elsewhere: [] };
}
