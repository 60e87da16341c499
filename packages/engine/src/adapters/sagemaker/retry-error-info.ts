import { getRetryAfterHint, isServerError, isThrottlingError, isTransientError } from "@smithy/core/retry";
import type { RetryErrorInfo, RetryErrorType, SdkError } from "@smithy/types";
import { RemoteError } from "../../remote-error.ts";
import type { Failed } from "./exchange.ts";

/** What the SDK's retry strategy wants to know of a failed attempt. Missing credentials are no failure that goes away. */
export function retryErrorInfo({ error, response, clockCorrected }: Failed): RetryErrorInfo {
  if (!isSdkError(error) || error instanceof RemoteError) return { errorType: "CLIENT_ERROR" };
  const hint = getRetryAfterHint(response);
  return {
    error,
    errorType: clockCorrected ? "TRANSIENT" : errorType(error),
    ...(hint === undefined ? {} : { retryAfterHint: hint }),
  };
}

/** Whatever was thrown on the way: the SDK reads of it what is there. */
function isSdkError(error: unknown): error is SdkError {
  return error instanceof Error;
}

function errorType(error: SdkError): RetryErrorType {
  if (isThrottlingError(error)) return "THROTTLING";
  if (isTransientError(error)) return "TRANSIENT";
  return isServerError(error) ? "SERVER_ERROR" : "CLIENT_ERROR";
}
