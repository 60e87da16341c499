import { noWorkteam, validationError } from "../api-error.ts";
import { readMembers } from "../member-rules.ts";
import { operation } from "../operation.ts";
import { done, refused } from "../outcome.ts";
import { withWorkteam } from "../region-state.ts";
import type { StoredWorkteam } from "../state-schema.ts";
import { readWorkerAccess } from "../worker-access.ts";
import { workteamView } from "../workteam-view.ts";

/** Replaces each part that the request names: the whole member list, the whole notification configuration. */
export const updateWorkteam = operation("UpdateWorkteam", (region, input, context) => {
  const workteam = region.workteams.find(({ name }) => name === input.WorkteamName);
  if (workteam === undefined) return refused(noWorkteam(input.WorkteamName, context.account));
  if (region.workforce === undefined) return refused(validationError("The work team has no workforce"));
  const reading =
    input.MemberDefinitions === undefined
      ? { kind: "read" as const, members: workteam.members }
      : readMembers(input.MemberDefinitions, region.workforce.identityProvider);
  if (reading.kind === "refused") return reading;
  const changed: StoredWorkteam = {
    ...workteam,
    description: input.Description ?? workteam.description,
    members: reading.members,
    notificationTopicArn:
      input.NotificationConfiguration === undefined
        ? workteam.notificationTopicArn
        : input.NotificationConfiguration.NotificationTopicArn,
    workerAccess:
      input.WorkerAccessConfiguration === undefined
        ? workteam.workerAccess
        : readWorkerAccess(input.WorkerAccessConfiguration),
    updatedAt: context.now,
  };
  return done(withWorkteam(region, changed), { Workteam: workteamView(changed, region.workforce, context) });
});
