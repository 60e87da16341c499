import type { RemoteReason } from "../../remote-error.ts";
import { type CallInProgress, callInProgress } from "./call-in-progress.ts";
import { readFailure } from "./failure.ts";
import { remoteFailure } from "./remote-failure.ts";
import { remoteReason } from "./remote-reason.ts";

/** A call about to be made. */
export type NewCall = Omit<CallInProgress, "unanswered" | "serverFailed">;

/**
 * Makes a call with all its attempts. Fails with a `RemoteError`, or with the signal's reason if it was aborted before it
 * could have changed anything.
 */
export async function runCall<Result>(
  call: NewCall,
  signal: AbortSignal | undefined,
  send: (options: { readonly abortSignal?: AbortSignal }) => Promise<Result>,
): Promise<Result> {
  const progress: CallInProgress = { ...call, unanswered: false, serverFailed: false };
  try {
    signal?.throwIfAborted();
    return await callInProgress.run(progress, () =>
      send(signal === undefined ? {} : { abortSignal: signal }),
    );
  } catch (error) {
    const unknown = call.mutating && mayHaveBeenCarriedOut(progress, remoteReason(readFailure(error)));
    if (signal?.aborted === true && !unknown) throw signal.reason;
    throw remoteFailure(error, { ...call, reason: unknown ? "outcome-unknown" : undefined });
  }
}

/** The last attempt had no answer; or an earlier one failed inside AWS, so what the last one was told may be its effect. */
function mayHaveBeenCarriedOut({ unanswered, serverFailed }: CallInProgress, reason: RemoteReason): boolean {
  return unanswered || (serverFailed && reason !== "server-error");
}
