import { StandardRetryStrategy } from "@smithy/core/retry";
import type { RetryStrategyV2, StandardRetryBackoffStrategy } from "@smithy/types";
import { RemoteError } from "../../remote-error.ts";
import { type CallInProgress, callInProgress } from "./call-in-progress.ts";
import { remoteFailure } from "./remote-failure.ts";

/** How often to try, and how long to wait. */
export interface RetryOptions {
  readonly maxAttempts?: number | undefined;
  /** The longest first pause, doubled with each retry; the SDK's, which depends on the failure, where it isn't said. */
  readonly retryPauseMilliseconds?: number | undefined;
}

const longestPauseMilliseconds = 20_000;

/**
 * The SDK's standard strategy, which tells of each retry before it waits, and which never sends a mutating call again
 * whose answer was lost.
 */
export function retryStrategy({ maxAttempts = 6, retryPauseMilliseconds }: RetryOptions): RetryStrategyV2 {
  const failed = new WeakMap<CallInProgress, unknown>();
  const standard = new StandardRetryStrategy({
    maxAttempts,
    backoff: tellingBackoff(failed, retryPauseMilliseconds),
  });
  const issued = new WeakMap<object, Awaited<ReturnType<typeof standard.acquireInitialRetryToken>>>();
  return {
    async acquireInitialRetryToken(scope) {
      const token = await standard.acquireInitialRetryToken(scope);
      issued.set(token, token);
      return token;
    },
    async refreshRetryTokenForRetry(token, info) {
      const call = callInProgress.getStore();
      const own = issued.get(token);
      if (own === undefined || info.error instanceof RemoteError || (call?.mutating && call.unanswered)) {
        throw new Error("This attempt was the last");
      }
      if (call !== undefined) failed.set(call, info.error);
      const next = await standard.refreshRetryTokenForRetry(own, info);
      issued.set(next, next);
      return next;
    },
    recordSuccess(token) {
      const own = issued.get(token);
      if (own !== undefined) standard.recordSuccess(own);
    },
  };
}

/** The pause is known only here, between the failure and the waiting: a random part of one that doubles, as in the SDK. */
function tellingBackoff(
  failed: WeakMap<CallInProgress, unknown>,
  pause: number | undefined,
): StandardRetryBackoffStrategy {
  let base = pause ?? 0;
  return {
    setDelayBase(milliseconds) {
      base = pause ?? milliseconds;
    },
    computeNextBackoffDelay(retries) {
      const longest = Math.min(base * 2 ** retries, longestPauseMilliseconds);
      const delayMilliseconds = Math.floor(Math.random() * longest);
      const call = callInProgress.getStore();
      if (call !== undefined) {
        const { message } = remoteFailure(failed.get(call), call);
        call.onRetry?.({ attempt: retries + 1, reason: message, delayMilliseconds });
      }
      return delayMilliseconds;
    },
  };
}
