import { deletedWorkteams, type Plan, type WorkteamUsage } from "@wf/engine";
import pMap from "p-map";
import type { Connection } from "./connect.ts";

/** What depends on the teams that a plan deletes, by its targets' places; nothing is asked where it deletes none. */
export async function readUsages(
  plan: Plan,
  connection: Connection,
  concurrency: number,
): Promise<readonly (WorkteamUsage | undefined)[]> {
  return pMap(
    plan.targets,
    async (target) => {
      const deleted = deletedWorkteams(target);
      return deleted.length === 0 ? undefined : connection.regionOf(target.target).usage(deleted);
    },
    { concurrency },
  );
}
