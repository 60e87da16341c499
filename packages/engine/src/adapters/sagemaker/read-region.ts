import {
  ListWorkforcesCommand,
  ListWorkteamsCommand,
  type Workforce,
  type Workteam,
} from "@aws-sdk/client-sagemaker";
import pMap from "p-map";
import type { LiveRegion, LiveTags } from "../../live-state.ts";
import type { CallOptions } from "../../ports.ts";
import { RemoteError } from "../../remote-error.ts";
import { allPages } from "./all-pages.ts";
import { isPrivate, liveWorkforce } from "./live-workforce.ts";
import { liveWorkteam } from "./live-workteam.ts";
import { readTags } from "./read-tags.ts";
import type { RegionClient } from "./region-client.ts";

/** As many as a full region has things with tags, so that they take one round trip. */
const tagCallsAtOnce = 26;

/** As often as what was listed may be gone when its tags are asked for. */
const mostReadings = 3;

/**
 * Reads a whole region: both lists side by side, then the tags of all that was found. Where something of it has gone in
 * between, as when a deletion that is waited for ends, from the start.
 */
export async function readRegion(client: RegionClient, options: CallOptions = {}): Promise<LiveRegion> {
  for (let reading = 1; ; reading += 1) {
    try {
      return await readOnce(client, options);
    } catch (error) {
      const gone = error instanceof RemoteError && error.reason === "not-found";
      if (!gone || reading === mostReadings) throw error;
    }
  }
}

async function readOnce(client: RegionClient, options: CallOptions): Promise<LiveRegion> {
  const [workforces, workteams] = await Promise.all([
    listWorkforces(client, options),
    listWorkteams(client, options),
  ]);
  const workforce = workforces.find(isPrivate);
  if (workforce === undefined) return { workforce: undefined, workteams: [] };
  const own = workteams.filter(
    ({ WorkforceArn: arn }) => arn === undefined || arn === workforce.WorkforceArn,
  );
  const arns = [workforce.WorkforceArn ?? "", ...own.map(({ WorkteamArn: arn }) => arn ?? "")];
  const [tags = unread, ...teamTags] = await pMap(arns, (arn) => readTags(client, arn, options), {
    concurrency: tagCallsAtOnce,
  });
  return {
    workforce: liveWorkforce(workforce, tags),
    workteams: own.map((workteam, index) => liveWorkteam(workteam, teamTags[index] ?? unread)),
  };
}

const unread: LiveTags = { readable: false, reason: "not read" };

function listWorkforces(client: RegionClient, options: CallOptions): Promise<readonly Workforce[]> {
  return allPages(async (NextToken) => {
    const page = await client.read(new ListWorkforcesCommand({ MaxResults: 100, NextToken }), options);
    return { items: page.Workforces ?? [], next: page.NextToken };
  });
}

function listWorkteams(client: RegionClient, options: CallOptions): Promise<readonly Workteam[]> {
  return allPages(async (NextToken) => {
    const page = await client.read(new ListWorkteamsCommand({ MaxResults: 100, NextToken }), options);
    return { items: page.Workteams ?? [], next: page.NextToken };
  });
}
