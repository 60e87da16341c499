import {
  accountIdOf,
  isReplaced,
  type LiveRegion,
  lostWorkteams,
  type Plan,
  plan,
  type PlanOptions,
  readSettled,
  RemoteError,
  type Retry,
  type RunHistory,
  type Target,
  type TargetInput,
  targetsOf,
  type WantedTarget,
} from "@wf/engine";
import { secretFingerprint, systemClock } from "@wf/engine/node";
import type { Configuration } from "@wf/parser";
import pMap from "p-map";
import type { Connection } from "./connect.ts";
import { identifyAccounts } from "./identify-accounts.ts";
import { lookEverywhere } from "./look-everywhere.ts";
import { checkPreflightNames, makePreflight } from "./make-preflight.ts";
import type { ReadFailure, ReadingEvent } from "./reading-event.ts";
import { readUsages } from "./read-usage.ts";
import { UserError } from "./user-error.ts";
import { withDiscovery } from "./with-discovery.ts";

/** What the user asked for beyond the configuration. Addresses are as typed, until `withInstances`. */
export interface PlanRequest {
  readonly destroy: boolean;
  readonly targets: readonly string[];
  readonly replace: readonly string[];
  readonly rewriteSecret: readonly string[];
  readonly takeOver: boolean;
  readonly carryTeams: boolean;
  readonly skipPreflight: readonly string[];
  readonly strictPreflight: boolean;
  readonly allowPrivateIdp: boolean;
  /** Look for workforces of the stack in regions that nothing names, too. */
  readonly allRegions: boolean;
  readonly parallelism: number;
}

/** A plan and what it was made from. */
export interface PlannedRun {
  readonly plan: Plan;
  /** With every endpoint that was to be discovered. */
  readonly configuration: Configuration;
  readonly live: ReadonlyMap<Target, LiveRegion>;
  /** Of the client secrets, by the addresses of their workforces. */
  readonly fingerprints: ReadonlyMap<string, string>;
}

/** What a plan is made of beside the configuration and the regions. */
export interface Asked {
  readonly request: PlanRequest;
  readonly wanted: readonly WantedTarget[];
  /** Regions that nothing names, to be looked into. */
  readonly elsewhere: readonly Target[];
  /** The runs before this one, the newest first. */
  readonly runs: readonly RunHistory[];
  /** Ask for no more than tells what differs. */
  readonly compareOnly: boolean;
  /** Told of each region when it has been read, or could not be. */
  readonly onReading: (event: ReadingEvent) => void;
}

/** Where `apply` waits for AWS to be done with a workforce before it plans. */
export interface Waiting {
  readonly timeoutMilliseconds: number;
  readonly onWaiting: (target: Target, status: string) => void;
}

/** Reads every region that the configuration answers for, side by side, and plans. */
export async function makePlan(
  written: Configuration,
  connection: Connection,
  { request, wanted: asked, elsewhere, runs, compareOnly, onReading }: Asked,
  waiting?: Waiting,
): Promise<{ readonly run: PlannedRun } | { readonly failures: readonly ReadFailure[] }> {
  checkPreflightNames(request.skipPreflight);
  const failures: ReadFailure[] = [];
  const onFailure = (failure: ReadFailure): void => {
    failures.push(failure);
    onReading({ kind: "target-unread", ...failure });
  };
  const readQuietly = async (target: Target, wait: Waiting | undefined): Promise<LiveRegion> => {
    const region = connection.regionOf(target);
    const onRetry = (retry: Retry): void => onReading({ kind: "target-retrying", target, ...retry });
    if (wait === undefined) return region.read({ onRetry });
    const onWaiting = (status: string): void => wait.onWaiting(target, status);
    return readSettled(region, systemClock, wait.timeoutMilliseconds, onWaiting, { onRetry });
  };
  const read = async (target: Target, wait: Waiting | undefined): Promise<LiveRegion> => {
    const started = performance.now();
    const live = await readQuietly(target, wait);
    onReading({ kind: "target-read", target, elapsedMilliseconds: Math.round(performance.now() - started) });
    return live;
  };
  // Before anything is read, and once an account: reads with the wrong credentials would tell nothing.
  const accounts = new Map(
    [...elsewhere, ...asked.map(({ target }) => target)].map((target) => [target.account, target]),
  );
  await pMap(accounts.values(), async (target) =>
    orFailure(onFailure, target, async () => connection.checkAccount(target)),
  );
  if (failures.length > 0) return { failures };
  const { configuration, wanted } = await withDiscovery(written, asked, connection);
  const fingerprints = fingerprintAll(configuration);
  const inputs = await pMap(
    wanted,
    async (each) =>
      orFailure(onFailure, each.target, async (): Promise<TargetInput> => {
        const live = await read(each.target, waiting);
        const fingerprint =
          each.desired === undefined ? undefined : (await fingerprints).get(each.desired.address);
        return { ...each, live, fingerprint };
      }),
    { concurrency: request.parallelism },
  );
  if (failures.length > 0) return { failures };
  const found = inputs.filter((input) => input !== undefined);
  const looked = await lookEverywhere(elsewhere, new Set(found.map(({ target }) => target.account)), {
    stack: configuration.stack,
    read: async (target) => read(target, undefined),
    settle: waiting && (async (target) => readQuietly(target, waiting)),
    concurrency: request.parallelism,
  });
  looked.failures.forEach(onFailure);
  if (failures.length > 0) return { failures };
  const nothing = { desired: undefined, destroyed: undefined, fingerprint: undefined };
  const identified = await identifyAccounts(
    [...found, ...looked.ours.map((each) => ({ ...each, ...nothing }))],
    connection,
    runs,
  );
  const ready = identified.map((input) => ({ ...input, ...leftUnfinished(input, runs, request) }));
  const first = plan(configuration.stack, ready, optionsOf(request));
  const judged = compareOnly
    ? first
    : await withSurroundings(configuration.stack, ready, first, connection, request);
  const run: PlannedRun = {
    configuration,
    plan: { ...judged, sweep: request.allRegions ? looked.sweep : undefined },
    fingerprints: await fingerprints,
    live: new Map(ready.map((input) => [input.target, input.live])),
  };
  return { run };
}

/** A plan with what it takes to judge it: the checks that it gives rise to, and what depends on what it deletes. */
async function withSurroundings(
  stack: string,
  inputs: readonly TargetInput[],
  first: Plan,
  connection: Connection,
  request: PlanRequest,
): Promise<Plan> {
  const [preflight, usages] = await Promise.all([
    makePreflight(first, inputs, connection, request),
    readUsages(first, connection, request.parallelism),
  ]);
  const surrounded = inputs.map((input, index) => ({
    ...input,
    preflight: preflight[index] ?? [],
    usage: usages[index],
  }));
  const nothing = surrounded.every(({ preflight: made, usage }) => made.length === 0 && usage === undefined);
  return nothing ? first : plan(stack, surrounded, optionsOf(request));
}

/** What the work gives; where AWS fails it, that is noted and the others go on. */
async function orFailure<T>(
  onFailure: (failure: ReadFailure) => void,
  target: Target,
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    onFailure({ target, error });
    return undefined;
  }
}

function optionsOf(request: PlanRequest): PlanOptions {
  return {
    takeOver: request.takeOver,
    carryTeams: request.carryTeams,
    replace: new Set(request.replace),
    rewriteSecret: new Set(request.rewriteSecret),
  };
}

/** What runs that did not finish have left of a target: those of this account, where the credentials have changed since. */
function leftUnfinished(
  { account, desired, live, target }: TargetInput,
  runs: readonly RunHistory[],
  request: PlanRequest,
): Pick<TargetInput, "lost" | "replaced"> {
  const place = { target, accountId: accountIdOf(live, account) };
  const { address = "" } = desired ?? {};
  return {
    lost: lostWorkteams(runs, place),
    replaced: request.replace.includes(address) && isReplaced(runs, place, address, live.workforce),
  };
}

/** The targets that `--target` names, or all; the addresses are those of single workforces. */
export function wantedTargets(configuration: Configuration, request: PlanRequest): readonly WantedTarget[] {
  const wanted = targetsOf(configuration, request);
  if (request.targets.length === 0) return wanted;
  if (request.allRegions) {
    throw new UserError(
      "--target names one workforce, and --all-regions looks everywhere.",
      "Leave one of them out.",
    );
  }
  return wanted.filter(({ desired, destroyed }) =>
    request.targets.includes((desired ?? destroyed)?.address ?? ""),
  );
}

/** One hash per distinct secret and client, computed while the network answers. */
async function fingerprintAll(configuration: Configuration): Promise<ReadonlyMap<string, string>> {
  const known = new Map<string, Promise<string>>();
  const pairs = configuration.workforces.flatMap(({ address, identityProvider }) => {
    if (identityProvider?.kind !== "oidc") return [];
    const { issuer, clientId, clientSecret } = identityProvider;
    const key = JSON.stringify([issuer, clientId, clientSecret.reveal()]);
    const hash = known.get(key) ?? secretFingerprint(configuration.stack, identityProvider);
    known.set(key, hash);
    return [[address, hash] as const];
  });
  return new Map(await Promise.all(pairs.map(async ([address, hash]) => [address, await hash] as const)));
}
