import { apiError } from "../api-error.ts";
import { workteamArn } from "../arn.ts";
import type { CallContext } from "../call-context.ts";
import { operation } from "../operation.ts";
import { done, refused } from "../outcome.ts";
import { page, timeKey } from "../page.ts";
import type { StoredLabelingJob } from "../state-schema.ts";
import type { ValueOf } from "../value-of.ts";

/** Lists the labeling jobs that a team works on, with their counts of tasks. */
export const listLabelingJobsForWorkteam = operation(
  "ListLabelingJobsForWorkteam",
  (region, input, context) => {
    const { WorkteamArn: arn, JobReferenceCodeContains: code = "" } = input;
    const workteam = region.workteams.find(({ name }) => workteamArn(context, name) === arn);
    if (workteam === undefined) {
      return refused(apiError("ResourceNotFound", `The work team ${arn} does not exist`));
    }
    const { CreationTimeAfter: after = -Infinity, CreationTimeBefore: before = Infinity } = input;
    const result = page({
      items: region.labelingJobs.filter(
        ({ name, workteamName, createdAt }) =>
          workteamName === workteam.name &&
          name.includes(code) &&
          createdAt / 1000 > after &&
          createdAt / 1000 < before,
      ),
      key: ({ name, createdAt }) => timeKey(createdAt, name),
      descending: input.SortOrder === "Descending",
      maxResults: input.MaxResults ?? 10,
      nextToken: input.NextToken,
      listing: ["ListLabelingJobsForWorkteam", arn, code],
    });
    if (result.kind === "refused") return refused(result.error);
    return done(region, {
      LabelingJobSummaryList: result.items.map((job) => summary(job, context)),
      ...result.next,
    });
  },
);

function summary(job: StoredLabelingJob, { account }: CallContext): ValueOf<"LabelingJobForWorkteamSummary"> {
  return {
    LabelingJobName: job.name,
    JobReferenceCode: job.name,
    WorkRequesterAccountId: account,
    CreationTime: job.createdAt / 1000,
    LabelCounters: {
      HumanLabeled: job.humanLabeled,
      PendingHuman: job.pendingHuman,
      Total: job.humanLabeled + job.pendingHuman,
    },
    NumberOfHumanWorkersPerDataObject: 1,
  };
}
