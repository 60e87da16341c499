import { assertNever } from "@wf/parser";
import { RemoteError, type RemoteReason } from "../../remote-error.ts";
import { type Failure, readFailure } from "./failure.ts";
import { remoteReason } from "./remote-reason.ts";
import { safeText } from "./safe-text.ts";

/** What a failure's message needs to know of the call beside the error. */
export interface FailedCall {
  readonly operation: string;
  /** Left out for what concerns all regions, such as credentials. */
  readonly region?: string | undefined;
  /** Who was called, where it wasn't SageMaker. */
  readonly service?: string | undefined;
  /** To be kept out of the message. */
  readonly secret?: string | undefined;
  /** Set where the error doesn't tell the whole story. */
  readonly reason?: RemoteReason | undefined;
}

/** Makes a `RemoteError` of what the SDK threw; its cause is a safe copy, as the SDK's own error holds AWS's raw text. */
export function remoteFailure(error: unknown, call: FailedCall): RemoteError {
  if (error instanceof RemoteError) return error;
  const failure = readFailure(error);
  const reason = call.reason ?? remoteReason(failure);
  const text = safeText(failure.text, call.secret);
  const cause = new Error(`${failure.name}${describeAnswer(failure)}: ${text}`);
  return new RemoteError(reason, call.operation, sentence(reason, call, text), { cause });
}

function sentence(
  reason: RemoteReason,
  { operation, region, service = "SageMaker" }: FailedCall,
  text: string,
): string {
  const where = region === undefined ? "" : ` in ${region}`;
  switch (reason) {
    case "access-denied":
      return `The credentials do not allow ${operation}${where}: ${text}`;
    case "conflict":
      return `SageMaker is busy with the workforce${where} and refused ${operation}: ${text}`;
    case "endpoint-unreachable":
      return `AWS can not be reached for ${operation}${where}: ${text}`;
    case "expired-token":
      return `The AWS credentials have expired: ${text}`;
    case "in-use":
      return `${service} refused ${operation}${where}, as something is in use: ${text}`;
    case "invalid":
      return `${service} refused ${operation}${where}: ${text}`;
    case "invalid-credentials":
      return `AWS does not accept the credentials: ${text}`;
    case "limit-exceeded":
      return `${service} refused ${operation}${where}, as a limit is reached: ${text}`;
    case "no-credentials":
      return `No AWS credentials were found: ${text}`;
    case "not-found":
      return `${service} found nothing to do ${operation} on${where}: ${text}`;
    case "outcome-unknown":
      return `It is not known whether ${operation}${where} was carried out: ${text}`;
    case "server-error":
      return `${service} failed at ${operation}${where}: ${text}`;
    case "throttled":
      return `${service} is rate-limiting ${operation}${where}: ${text}`;
    case "unknown":
      return `${operation}${where} failed: ${text}`;
    default:
      return assertNever(reason);
  }
}

function describeAnswer({ status, requestId }: Failure): string {
  if (status === undefined) return "";
  return requestId === undefined ? ` (HTTP ${status})` : ` (HTTP ${status}, request ${requestId})`;
}
