import { accountIdOf } from "./account-id.ts";
import type { Failure } from "./events.ts";
import type { RunRecord, SettledRecord, SnapshotRecord, TargetPlanRecord } from "./journal.ts";
import type { TimedRecord } from "./journal-schema.ts";
import type { LiveWorkforce, LiveWorkteam } from "./live-state.ts";
import type { Target } from "./plan-model.ts";
import { targetKey } from "./targets.ts";

/** Where a run changed something: the account's id tells apart what the same block, or none, has meant at other times. */
export interface Place {
  readonly target: Target;
  /** As far as it is known. */
  readonly accountId: string | undefined;
}

/** One run as its journal tells it. */
export interface RunHistory {
  /** The journal's name: time and id. */
  readonly name: string;
  /** ISO 8601, UTC; of the first record. */
  readonly started: string;
  readonly run: RunRecord;
  /** By `targetKey`, in the plan's order. */
  readonly targets: ReadonlyMap<string, TargetHistory>;
}

/**
 * How a run went in one target. `interrupted`: the journal just ends, as after a kill, or the run is still going on;
 * `settled`: it did not finish, and a later one found nothing left to do, or it was given up.
 */
export interface TargetHistory {
  readonly plan: TargetPlanRecord;
  readonly outcome: "finished" | "failed" | "stopped" | "interrupted" | "settled";
  /** How it was settled, where it is. */
  readonly settled: SettledRecord["how"] | undefined;
  readonly stepsBegun: number;
  readonly stepsDone: number;
  readonly failure: Failure | undefined;
  readonly snapshot: SnapshotRecord | undefined;
  /** It failed, and put back what it had deleted. */
  readonly restored: boolean;
}

/** Sums a journal up; undefined for one that holds no run, such as one cut off in its first line. */
export function runHistory(name: string, records: readonly TimedRecord[]): RunHistory | undefined {
  const [first] = records;
  if (first?.kind !== "run") return undefined;
  const byTarget = Map.groupBy(records, (record) => ("target" in record ? targetKey(record.target) : ""));
  const targets = new Map<string, TargetHistory>();
  for (const [key, own] of byTarget) {
    const plan = own.find((record) => record.kind === "target-plan");
    if (plan !== undefined) targets.set(key, targetHistory(plan, own));
  }
  return { name, started: first.time, run: first, targets };
}

function targetHistory(plan: TargetPlanRecord, records: readonly TimedRecord[]): TargetHistory {
  let outcome: TargetHistory["outcome"] = "interrupted";
  let settled: TargetHistory["settled"];
  let stepsBegun = 0;
  let stepsDone = 0;
  let failure: Failure | undefined;
  let snapshot: SnapshotRecord | undefined;
  let restored = false;
  for (const record of records) {
    if (record.kind === "step-started") stepsBegun = record.step;
    else if (record.kind === "step-finished") stepsDone = record.step;
    else if (record.kind === "snapshot") snapshot = record;
    else if (record.kind === "rollback-finished") restored = record.failure === undefined;
    else if (record.kind === "target-finished") outcome = "finished";
    else if (record.kind === "target-stopped") outcome = "stopped";
    else if (record.kind === "target-settled") {
      outcome = "settled";
      settled = record.how;
    } else if (record.kind === "target-failed") {
      outcome = "failed";
      failure = record.failure;
    }
  }
  return { plan, outcome, settled, stepsBegun, stepsDone, failure, snapshot, restored };
}

/** Where a run changed a target, as far as its journal tells. */
export function placeOf({ plan, snapshot }: TargetHistory): Place {
  const found = snapshot === undefined ? undefined : accountIdOf(snapshot.live, undefined);
  return { target: plan.target, accountId: plan.accountId ?? found };
}

/** The target's part in the newest run that began to change it, if that run did not get it done. */
export function unfinishedPart(
  newestFirst: readonly RunHistory[],
  place: Place,
): { readonly run: RunHistory; readonly part: TargetHistory } | undefined {
  const [newest] = partsIn(newestFirst, place);
  return newest === undefined || isDone(newest.part) ? undefined : newest;
}

/**
 * Teams that are not ours, which unfinished runs took away and were to bring back: those of every run since the last one
 * that got the target done. What the region still holds of them is for the caller to see.
 */
export function lostWorkteams(newestFirst: readonly RunHistory[], place: Place): readonly LiveWorkteam[] {
  const lost = new Map<string, LiveWorkteam>();
  for (const { part } of partsIn(newestFirst, place)) {
    if (isDone(part)) break;
    // It left the region as it had found it: without the teams that were gone already.
    if (part.restored) continue;
    for (const team of part.snapshot?.live.workteams ?? []) {
      if (part.snapshot?.carried.includes(team.name) === true && !lost.has(team.name))
        lost.set(team.name, team);
    }
  }
  return [...lost.values()];
}

/** Whether a run that did not finish took teams of others away from a target, in whatever account it was made. */
export function tookTeamsAway(newestFirst: readonly RunHistory[], target: Target): boolean {
  return partsIn(newestFirst, { target, accountId: undefined }).some(
    ({ part }) => !isDone(part) && !part.restored && (part.snapshot?.carried.length ?? 0) > 0,
  );
}

/**
 * Whether a run that did not finish was asked to replace the workforce at an address, and the one that it found is there no
 * more: who asks again means to go on. Runs since the last one that got the target done count.
 */
export function isReplaced(
  newestFirst: readonly RunHistory[],
  place: Place,
  address: string,
  live: LiveWorkforce | undefined,
): boolean {
  for (const { part, run } of partsIn(newestFirst, place)) {
    if (isDone(part) || part.restored) return false;
    const asked = run.run.request.replace.includes(address);
    const found = asked ? part.snapshot?.live.workforce : undefined;
    if (found !== undefined) return live !== undefined && live.createDate !== found.createDate;
  }
  return false;
}

/**
 * Runs that never began a step in the target changed nothing there. A rollback is no run of its own: the one that it
 * rolls back is unfinished until it is settled. Where one of two accounts is not known, they count as one.
 */
function partsIn(
  newestFirst: readonly RunHistory[],
  { accountId, target }: Place,
): readonly { readonly run: RunHistory; readonly part: TargetHistory }[] {
  const key = targetKey(target);
  return newestFirst.flatMap((run) => {
    const part = run.targets.get(key);
    if (part === undefined || part.stepsBegun === 0 || run.run.rollback === true) return [];
    const its = placeOf(part).accountId;
    return its !== undefined && accountId !== undefined && its !== accountId ? [] : [{ run, part }];
  });
}

function isDone(part: TargetHistory): boolean {
  return part.outcome === "finished" || part.outcome === "settled";
}
