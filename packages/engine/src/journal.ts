import type { ApplyEvent } from "./events.ts";
import type { LiveRegion } from "./live-state.ts";
import type { Target } from "./plan-model.ts";
import type { StepView } from "./plan-view.ts";

/** The newest format that this version writes and reads. */
export const journalFormatVersion = "1.0";

/** What a run writes down: what it was asked for, what it means to do, what it is about to delete, and all its events. */
export type JournalRecord = RunRecord | TargetPlanRecord | SnapshotRecord | SettledRecord | ApplyEvent;

/** The first record of a run. */
export interface RunRecord {
  readonly kind: "run";
  readonly formatVersion: string;
  readonly stack: string;
  /** Against the embedded region. */
  readonly local: boolean;
  readonly request: RunRequest;
  /** It puts back what an unfinished run deleted, and is made again by rolling that one back again. */
  readonly rollback?: true | undefined;
  /** What the plan had something to do about, and the person chose not to apply. */
  readonly leftOut?: readonly Target[] | undefined;
  /** The id of the process that carries it out, as whoever keeps the journal knows it. */
  readonly pid?: number | undefined;
}

/** What was asked of the run beyond the configuration. */
export interface RunRequest {
  readonly destroy: boolean;
  readonly takeOver: boolean;
  readonly carryTeams: boolean;
  readonly replace: readonly string[];
  readonly rewriteSecret: readonly string[];
  readonly skipPreflight?: readonly string[] | undefined;
  readonly strictPreflight?: boolean | undefined;
  readonly allowPrivateIdp?: boolean | undefined;
  readonly allRegions?: boolean | undefined;
}

/** What a run means to do to one target: the step numbers of its events count these. */
export interface TargetPlanRecord {
  readonly kind: "target-plan";
  readonly target: Target;
  /** As far as it was known. */
  readonly accountId: string | undefined;
  readonly address: string | undefined;
  readonly steps: readonly StepView[];
}

/** A region as it was read, written before the run's first deletion in it. */
export interface SnapshotRecord {
  readonly kind: "snapshot";
  readonly target: Target;
  readonly live: LiveRegion;
  /** The names of the teams that are not ours and are to come back. */
  readonly carried: readonly string[];
  /** What is left out of `live` because the configuration calls values of it sensitive. */
  readonly withheld: readonly string[];
}

/** Nothing is left to do about a target of an unfinished run. */
export interface SettledRecord {
  readonly kind: "target-settled";
  readonly target: Target;
  readonly how: "nothing-left" | "forgotten" | "rolled-back";
}
