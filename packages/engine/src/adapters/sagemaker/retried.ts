import { randomUUID } from "node:crypto";
import { DefaultRateLimiter, type RateLimiter, StandardRetryStrategy } from "@smithy/core/retry";
import type { StandardRetryBackoffStrategy } from "@smithy/types";
import type { Answer } from "./exchange.ts";
import { retryErrorInfo } from "./retry-error-info.ts";

/** How often to try, by AWS's settings where it isn't said, and how long to wait. */
export interface RetryOptions {
  readonly maxAttempts?: number | undefined;
  /** The longest first pause, doubled with each retry; the SDK's, which depends on the failure, where it isn't said. */
  readonly retryPauseMilliseconds?: number | undefined;
}

/** How one call is retried. */
export interface Retries extends RetryOptions {
  readonly maxAttempts: number;
  /** Shared by the calls of a region. */
  readonly limiter: RateLimiter;
  readonly signal?: AbortSignal | undefined;
  /** Whether another attempt is safe after the last. */
  readonly mayRepeat: () => boolean;
  /** Told before the pause, with how often was retried so far. */
  readonly onRetry: (error: unknown, retries: number, delayMilliseconds: number) => void;
}

const longestPauseMilliseconds = 20_000;

/**
 * How fast a region is asked: without bound until it throttles, then as fast as it takes, by the SDK's adaptive limiter.
 * Left alone that would go down to a call every two seconds after one refusal; here four calls a second are always made.
 */
export function rateLimiter({ retryPauseMilliseconds = 250 }: RetryOptions): RateLimiter {
  const slowest = 1000 / retryPauseMilliseconds;
  return new DefaultRateLimiter({ minFillRate: slowest, minCapacity: slowest });
}

/** The SDK's adaptive retry: its standard strategy and its rate limiter. Rejects with the last attempt's error. */
export async function retried<Output>(
  send: (headers: Readonly<Record<string, string>>) => Promise<Answer<Output>>,
  { maxAttempts, retryPauseMilliseconds, limiter, signal, mayRepeat, onRetry }: Retries,
): Promise<Output> {
  let failure: unknown;
  const backoff = pauses(retryPauseMilliseconds, (retries, delay) => onRetry(failure, retries, delay));
  const strategy = new StandardRetryStrategy({ maxAttempts, backoff });
  const invocation = randomUUID();
  let token = await strategy.acquireInitialRetryToken("");
  for (;;) {
    await unlessAborted(limiter.getSendToken(), signal);
    const answer = await send({
      "amz-sdk-invocation-id": invocation,
      "amz-sdk-request": `attempt=${token.getRetryCount() + 1}; max=${maxAttempts}`,
    });
    const info = "output" in answer ? undefined : retryErrorInfo(answer);
    limiter.updateClientSendingRate(info ?? {});
    if ("output" in answer) return answer.output;
    failure = answer.error;
    if (info === undefined || !mayRepeat()) throw failure;
    const next = await unlessAborted(
      strategy.refreshRetryTokenForRetry(token, info).catch(() => undefined),
      signal,
    );
    if (next === undefined) throw failure;
    token = next;
  }
}

/** A random part of a pause that doubles, as in the SDK, which is told before the waiting begins. */
function pauses(
  pause: number | undefined,
  tell: (retries: number, delayMilliseconds: number) => void,
): StandardRetryBackoffStrategy {
  let base = pause ?? 0;
  return {
    setDelayBase(milliseconds) {
      base = pause ?? milliseconds;
    },
    computeNextBackoffDelay(retries) {
      const longest = Math.min(base * 2 ** retries, longestPauseMilliseconds);
      const delayMilliseconds = Math.floor(Math.random() * longest);
      tell(retries, delayMilliseconds);
      return delayMilliseconds;
    },
  };
}

async function unlessAborted<T>(waiting: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return waiting;
  signal.throwIfAborted();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = (): void => reject(signal.reason);
  signal.addEventListener("abort", abort, { once: true });
  try {
    return await Promise.race([waiting, aborted]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}
