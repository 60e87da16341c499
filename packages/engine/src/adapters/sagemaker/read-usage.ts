import {
  ListLabelingJobsForWorkteamCommand,
  type LabelingJobForWorkteamSummary,
} from "@aws-sdk/client-sagemaker";
import pMap from "p-map";
import type { LiveWorkteam } from "../../live-state.ts";
import { RemoteError } from "../../remote-error.ts";
import type { Reading, TasksInFlight, WorkteamUsage } from "../../workteam-usage.ts";
import { allPages } from "./all-pages.ts";
import { readFlowDefinitions } from "./read-flow-definitions.ts";
import type { RegionClient } from "./region-client.ts";

/** As many as a region has teams, so that they take one round trip. */
const teamsAtOnce = 25;

/** Reads what depends on these teams: the labeling jobs of each, and the A2I flow definitions, side by side. */
export async function readUsage(
  client: RegionClient,
  workteams: readonly Pick<LiveWorkteam, "name" | "arn">[],
  signal: AbortSignal | undefined,
): Promise<WorkteamUsage> {
  const [tasks, flowDefinitions] = await Promise.all([
    pMap(
      workteams,
      async ({ name, arn }) => [name, await reading(async () => readTasks(client, arn, signal))] as const,
      { concurrency: teamsAtOnce },
    ),
    reading(async () => readFlowDefinitions(client, workteams, signal)),
  ]);
  return { tasks: new Map(tasks), flowDefinitions };
}

/** Whatever AWS answers, it only tells what a plan costs: the plan itself does without. */
async function reading<T>(read: () => Promise<T>): Promise<Reading<T>> {
  try {
    return { readable: true, value: await read() };
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    return { readable: false, reason: error.message };
  }
}

async function readTasks(
  client: RegionClient,
  arn: string,
  signal: AbortSignal | undefined,
): Promise<TasksInFlight> {
  const jobs = await allPages(async (NextToken) => {
    const input = { WorkteamArn: arn, MaxResults: 100, NextToken };
    const page = await client.read(new ListLabelingJobsForWorkteamCommand(input), { signal });
    return { items: page.LabelingJobSummaryList ?? [], next: page.NextToken };
  });
  const waiting = jobs.filter((job) => pendingOf(job) > 0);
  return {
    pending: waiting.reduce((sum, job) => sum + pendingOf(job), 0),
    labelingJobs: waiting.map(({ LabelingJobName: name, JobReferenceCode: code }) => name ?? code ?? ""),
  };
}

function pendingOf({ LabelCounters: counters }: LabelingJobForWorkteamSummary): number {
  return counters?.PendingHuman ?? 0;
}
