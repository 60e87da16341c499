import {
  DescribeFlowDefinitionCommand,
  ListFlowDefinitionsCommand,
  type SageMakerClient,
} from "@aws-sdk/client-sagemaker";
import pMap from "p-map";
import type { LiveWorkteam } from "../../live-state.ts";
import { RemoteError } from "../../remote-error.ts";
import type { FlowDefinition } from "../../workteam-usage.ts";
import { allPages } from "./all-pages.ts";
import { type NewCall, runCall } from "./run-call.ts";

/** The list does not say which team a flow definition uses: each is asked for, so many at once. */
const describedAtOnce = 10;

/** The A2I flow definitions that use one of these teams. */
export async function readFlowDefinitions(
  client: SageMakerClient,
  region: string,
  workteams: readonly Pick<LiveWorkteam, "name" | "arn">[],
  signal: AbortSignal | undefined,
): Promise<readonly FlowDefinition[]> {
  const summaries = await allPages(async (NextToken) => {
    const input = { MaxResults: 100, NextToken };
    const page = await runCall(reading("ListFlowDefinitions", region), signal, (options) =>
      client.send(new ListFlowDefinitionsCommand(input), options),
    );
    return { items: page.FlowDefinitionSummaries ?? [], next: page.NextToken };
  });
  const names = summaries
    .filter(({ FlowDefinitionStatus: status }) => status !== "Deleting")
    .map(({ FlowDefinitionName: name = "" }) => name);
  const used = await pMap(names, async (name) => workteamOf(client, region, name, signal), {
    concurrency: describedAtOnce,
  });
  return names.flatMap((name, index) => {
    const workteam = workteams.find(({ arn }) => arn === used[index]);
    return workteam === undefined ? [] : [{ name, workteam: workteam.name }];
  });
}

/** The ARN of the team that a flow definition uses; none where it went away meanwhile. */
async function workteamOf(
  client: SageMakerClient,
  region: string,
  name: string,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  try {
    const { HumanLoopConfig: loop } = await runCall(
      reading("DescribeFlowDefinition", region),
      signal,
      (options) => client.send(new DescribeFlowDefinitionCommand({ FlowDefinitionName: name }), options),
    );
    return loop?.WorkteamArn;
  } catch (error) {
    if (error instanceof RemoteError && error.reason === "not-found") return undefined;
    throw error;
  }
}

function reading(operation: string, region: string): NewCall {
  return { operation, region, mutating: false, secret: undefined, onRetry: undefined };
}
