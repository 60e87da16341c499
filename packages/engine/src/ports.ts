import type { ApiCall } from "./api-call.ts";
import type { JournalRecord } from "./journal.ts";
import type { LiveRegion, LiveWorkforce } from "./live-state.ts";

/** One region of one account: all that the core can do to AWS. Every method rejects with a `RemoteError`. */
export interface Region {
  /** The whole region, read now: two round trips deep, every page followed. */
  read(signal?: AbortSignal): Promise<LiveRegion>;
  /** How a workforce is now: one call, for waiting. Undefined where there is none of that name. */
  describe(workforceName: string, signal?: AbortSignal): Promise<WorkforceState | undefined>;
  /** Sends one call; resolves when AWS has taken it. Transient failures are retried inside and told to `onRetry`. */
  send(call: ApiCall, options?: SendOptions): Promise<ApiResult>;
}

/** The part of a workforce that changes while AWS works on it. */
export type WorkforceState = Pick<LiveWorkforce, "status" | "failureReason" | "subDomain">;

export interface SendOptions {
  readonly signal?: AbortSignal;
  readonly onRetry?: (retry: Retry) => void;
}

/** One failed attempt that will be made again. */
export interface Retry {
  /** From 1: the attempt that failed. */
  readonly attempt: number;
  readonly reason: string;
  readonly delayMilliseconds: number;
}

/** What a mutating call tells. */
export interface ApiResult {
  /** Of what was created. */
  readonly arn?: string;
  /** DeleteWorkteam's own answer, which can be false. */
  readonly success?: boolean;
}

/** Time, so that waits can be tested without waiting. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after so many milliseconds; rejects with the signal's reason when it is aborted first. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** Where a run is written down as it happens; `append` resolves when the record is safe on disk. */
export interface JournalStore {
  append(record: JournalRecord): Promise<void>;
}
