import { assertNever } from "@wf/parser";
import { type ApiError, apiError, validationError } from "./api-error.ts";
import type { Fault } from "./faults.ts";

/** The error that a fault answers with in place of the operation's answer; undefined where it does something else. */
export function faultError(
  fault: Fault | undefined,
  operation: string,
  account: string,
): ApiError | undefined {
  if (fault === undefined) return undefined;
  switch (fault.kind) {
    case "throttle":
      return apiError("ThrottlingException", "Rate exceeded");
    case "server-error":
      return apiError(
        "InternalFailure",
        "The request processing has failed because of an internal failure.",
        500,
      );
    case "access-denied":
      return apiError(
        "AccessDeniedException",
        `User: arn:aws:iam::${account}:user/emulated is not authorized to perform: sagemaker:${operation} because no identity-based policy allows the sagemaker:${operation} action`,
      );
    case "expired-token":
      return apiError("ExpiredTokenException", "The security token included in the request is expired");
    case "validation":
      return validationError(fault.message);
    case "error":
      return apiError(fault.type, fault.message, fault.status);
    case "drop-before":
    case "drop-after":
    case "delay":
    case "fail-later":
    case "delete-unsuccessful":
      return undefined;
    default:
      return assertNever(fault);
  }
}
