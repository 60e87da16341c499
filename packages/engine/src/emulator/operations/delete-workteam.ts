import { noWorkteam } from "../api-error.ts";
import { operation } from "../operation.ts";
import { done, refused } from "../outcome.ts";
import { withoutWorkteam } from "../region-state.ts";

/** Deletes a work team, or answers `Success: false` where a fault asks for it. */
export const deleteWorkteam = operation("DeleteWorkteam", (region, input, context) => {
  if (!region.workteams.some(({ name }) => name === input.WorkteamName)) {
    return refused(noWorkteam(input.WorkteamName, context.account));
  }
  if (context.deleteUnsuccessful) return done(region, { Success: false });
  return done(withoutWorkteam(region, input.WorkteamName), { Success: true });
});
