import { AsyncLocalStorage } from "node:async_hooks";
import type { Retry } from "../../ports.ts";
import { readFailure } from "./failure.ts";
import { neverSent } from "./never-sent.ts";

/** What must be remembered of a call over its attempts; the SDK's hooks know only of attempts. */
export interface CallInProgress {
  readonly operation: string;
  readonly region: string;
  /** A mutating call is not made again while it may have been carried out. */
  readonly mutating: boolean;
  readonly secret: string | undefined;
  readonly onRetry: ((retry: Retry) => void) | undefined;
  /** An attempt is on its way, or broke without an answer: it may have been carried out. */
  unanswered: boolean;
  /** An attempt was answered with a server error: it may have been carried out. */
  serverFailed: boolean;
}

/** The call that the running code belongs to. */
export const callInProgress = new AsyncLocalStorage<CallInProgress>();

/** Makes one attempt and notes what is known of it afterwards. */
export async function attempt<Result>(send: () => Promise<Result>): Promise<Result> {
  const call = callInProgress.getStore();
  if (call === undefined) return send();
  call.unanswered = true;
  try {
    const result = await send();
    call.unanswered = false;
    return result;
  } catch (error) {
    const failure = readFailure(error);
    const refused = failure.status !== undefined && failure.status >= 300;
    call.unanswered = !refused && !neverSent(failure);
    call.serverFailed ||= refused && failure.status >= 500;
    throw error;
  }
}
