import { DescribeFlowDefinitionCommand, ListFlowDefinitionsCommand } from "@aws-sdk/client-sagemaker";
import pMap from "p-map";
import type { LiveWorkteam } from "../../live-state.ts";
import { RemoteError } from "../../remote-error.ts";
import type { FlowDefinition } from "../../workteam-usage.ts";
import { allPages } from "./all-pages.ts";
import type { RegionClient } from "./region-client.ts";

/** The list does not say which team a flow definition uses: each is asked for, so many at once. */
const describedAtOnce = 10;

/** The A2I flow definitions that use one of these teams. */
export async function readFlowDefinitions(
  client: RegionClient,
  workteams: readonly Pick<LiveWorkteam, "name" | "arn">[],
  signal: AbortSignal | undefined,
): Promise<readonly FlowDefinition[]> {
  const summaries = await allPages(async (NextToken) => {
    const page = await client.read(new ListFlowDefinitionsCommand({ MaxResults: 100, NextToken }), {
      signal,
    });
    return { items: page.FlowDefinitionSummaries ?? [], next: page.NextToken };
  });
  const names = summaries
    .filter(({ FlowDefinitionStatus: status }) => status !== "Deleting")
    .map(({ FlowDefinitionName: name = "" }) => name);
  const used = await pMap(names, async (name) => workteamOf(client, name, signal), {
    concurrency: describedAtOnce,
  });
  return names.flatMap((name, index) => {
    const workteam = workteams.find(({ arn }) => arn === used[index]);
    return workteam === undefined ? [] : [{ name, workteam: workteam.name }];
  });
}

/** The ARN of the team that a flow definition uses; none where it went away meanwhile. */
async function workteamOf(
  client: RegionClient,
  name: string,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  try {
    const { HumanLoopConfig: loop } = await client.read(
      new DescribeFlowDefinitionCommand({ FlowDefinitionName: name }),
      { signal },
    );
    return loop?.WorkteamArn;
  } catch (error) {
    if (error instanceof RemoteError && error.reason === "not-found") return undefined;
    throw error;
  }
}
