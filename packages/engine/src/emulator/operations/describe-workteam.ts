import { noWorkteam } from "../api-error.ts";
import { operation } from "../operation.ts";
import { done, refused } from "../outcome.ts";
import { workteamView } from "../workteam-view.ts";

/** Answers one work team. */
export const describeWorkteam = operation("DescribeWorkteam", (region, input, context) => {
  const workteam = region.workteams.find(({ name }) => name === input.WorkteamName);
  if (workteam === undefined) return refused(noWorkteam(input.WorkteamName, context.account));
  return done(region, { Workteam: workteamView(workteam, region.workforce, context) });
});
