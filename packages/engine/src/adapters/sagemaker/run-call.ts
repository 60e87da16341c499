import type { MetadataBearer } from "@smithy/types";
import type { CallOptions } from "../../ports.ts";
import type { RemoteReason } from "../../remote-error.ts";
import type { Exchange, Failed, SagemakerCommand } from "./exchange.ts";
import { readFailure } from "./failure.ts";
import { neverSent } from "./never-sent.ts";
import { operationOf } from "./operation.ts";
import { remoteFailure } from "./remote-failure.ts";
import { remoteReason } from "./remote-reason.ts";
import { retried, type Retries } from "./retried.ts";

/** A call about to be made. */
export interface NewCall<Input extends object, Output extends MetadataBearer> {
  readonly command: SagemakerCommand<Input, Output>;
  readonly region: string;
  /** A mutating call is not made again while it may have been carried out. */
  readonly mutating: boolean;
  /** To be kept out of errors. */
  readonly secret?: string | undefined;
}

/** How a call is made and retried, and who is told. */
export type RunOptions = CallOptions & Omit<Retries, "mayRepeat" | "onRetry" | "signal">;

/** What must be remembered of a call over its attempts. */
interface History {
  /** An attempt is on its way, or broke without an answer: it may have been carried out. */
  unanswered: boolean;
  /** An attempt was answered with a server error: it may have been carried out. */
  serverFailed: boolean;
}

/**
 * Makes a call with all its attempts. Fails with a `RemoteError`, or with the signal's reason if it was aborted before it
 * could have changed anything.
 */
export async function runCall<Input extends object, Output extends MetadataBearer>(
  { command, region, mutating, secret }: NewCall<Input, Output>,
  exchange: Exchange,
  { signal, onRetry, ...retries }: RunOptions,
): Promise<Output> {
  const call = { operation: operationOf(command).name, region, secret };
  const history: History = { unanswered: false, serverFailed: false };
  try {
    signal?.throwIfAborted();
    return await retried(
      async (headers) => {
        history.unanswered = true;
        const answer = await exchange(command, headers, signal);
        if ("output" in answer) history.unanswered = false;
        else remember(history, answer);
        return answer;
      },
      {
        ...retries,
        signal,
        mayRepeat: () => !(mutating && history.unanswered),
        onRetry: (error, retriesSoFar, delayMilliseconds) => {
          const { message: reason } = remoteFailure(error, call);
          onRetry?.({ attempt: retriesSoFar + 1, reason, delayMilliseconds });
        },
      },
    );
  } catch (error) {
    const unknown = mutating && mayHaveBeenCarriedOut(history, remoteReason(readFailure(error)));
    if (signal?.aborted === true && !unknown) throw signal.reason;
    throw remoteFailure(error, { ...call, reason: unknown ? "outcome-unknown" : undefined });
  }
}

function remember(history: History, { error, sent }: Failed): void {
  const failure = readFailure(error);
  const refused = failure.status !== undefined && failure.status >= 300;
  history.unanswered = sent && !refused && !neverSent(failure);
  history.serverFailed ||= refused && failure.status >= 500;
}

/** The last attempt had no answer; or an earlier one failed inside AWS, so what the last one was told may be its effect. */
function mayHaveBeenCarriedOut({ unanswered, serverFailed }: History, reason: RemoteReason): boolean {
  return unanswered || (serverFailed && reason !== "server-error");
}
