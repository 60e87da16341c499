import { apiError, noWorkforce, validationError } from "../api-error.ts";
import { workteamArn } from "../arn.ts";
import { readMembers } from "../member-rules.ts";
import { operation } from "../operation.ts";
import { done, refused } from "../outcome.ts";
import { withWorkteam } from "../region-state.ts";
import { tagCountError, tagsError } from "../tag-rules.ts";
import { readWorkerAccess } from "../worker-access.ts";

const mostWorkteams = 25;

/** Makes a work team in the private workforce, the only one there is where the request names none. */
export const createWorkteam = operation("CreateWorkteam", (region, input, context) => {
  const { workforce } = region;
  const tags = input.Tags ?? [];
  if (workforce === undefined || (input.WorkforceName ?? workforce.name) !== workforce.name) {
    return refused(noWorkforce(input.WorkforceName ?? "default", context.account));
  }
  if (workforce.transition !== undefined || workforce.failureReason !== undefined) {
    const status = workforce.transition?.status ?? "Failed";
    return refused(
      validationError(`Workforce ${workforce.name} is ${status}: work teams need an Active workforce`),
    );
  }
  const tagError = tagsError(tags) ?? tagCountError(tags);
  if (tagError !== undefined) return refused(tagError);
  const reading = readMembers(input.MemberDefinitions, workforce.identityProvider);
  if (reading.kind === "refused") return reading;
  if (region.workteams.some(({ name }) => name === input.WorkteamName)) {
    return refused(apiError("ResourceInUse", `The name ${input.WorkteamName} is used by another work team`));
  }
  if (region.workteams.length >= mostWorkteams) {
    const message = `The account-level service limit 'Number of work teams' is ${mostWorkteams} work teams, with current utilization of ${region.workteams.length}.`;
    return refused(apiError("ResourceLimitExceeded", message));
  }
  const next = withWorkteam(region, {
    name: input.WorkteamName,
    description: input.Description,
    members: reading.members,
    notificationTopicArn: input.NotificationConfiguration?.NotificationTopicArn,
    workerAccess: readWorkerAccess(input.WorkerAccessConfiguration),
    createdAt: context.now,
    updatedAt: context.now,
    tags,
  });
  return done(next, { WorkteamArn: workteamArn(context, input.WorkteamName) });
});
