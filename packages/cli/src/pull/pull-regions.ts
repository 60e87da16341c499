import { judgeLooks, type PulledRegion, RemoteError } from "@wf/engine";
import pMap from "p-map";
import type { Connection } from "../connect.ts";
import { lookAt } from "../look-everywhere.ts";
import type { ReadFailure } from "../reading-event.ts";
import type { PullTargets } from "./pull-targets.ts";

/** What came of looking. */
export interface LookedRegions {
  readonly found: readonly PulledRegion[];
  /** Named regions that hold no workforce. */
  readonly empty: readonly string[];
  /** Regions that are not for this account, as is to be expected of some. */
  readonly unread: readonly string[];
  readonly failures: readonly ReadFailure[];
}

const concurrency = 16;

/** Reads regions as a plan does, and changes nothing. */
export async function pullRegions(
  { named, elsewhere }: PullTargets,
  connection: Connection,
): Promise<LookedRegions> {
  const looks = await pMap(
    [...named, ...elsewhere],
    async (target) => lookAt(target, async () => connection.regionOf(target).read()),
    { concurrency },
  );
  // Of those that are named, no failure is to be expected.
  const failures = looks
    .slice(0, named.length)
    .flatMap(({ target, found }) => (found instanceof RemoteError ? [{ target, error: found }] : []));
  const { failures: unexpected, sweep } = judgeLooks("", looks.slice(named.length), new Set());
  const regions = looks.flatMap(({ target: { region }, found }) =>
    found instanceof RemoteError ? [] : [{ region, ...found }],
  );
  return {
    found: regions.flatMap(({ region, workforce, workteams }) =>
      workforce === undefined ? [] : [{ region, workforce, workteams }],
    ),
    empty: regions
      .filter(
        ({ region, workforce }) => workforce === undefined && named.some((each) => each.region === region),
      )
      .map(({ region }) => region),
    unread: sweep.unread.map(({ target }) => target.region),
    failures: [...failures, ...unexpected],
  };
}
