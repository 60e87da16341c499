import type { RemoteReason } from "../../remote-error.ts";
import type { Failure } from "./failure.ts";

const reasons: Readonly<Record<string, RemoteReason>> = {
  AccessDenied: "access-denied",
  AccessDeniedException: "access-denied",
  UnauthorizedOperation: "access-denied",
  ExpiredToken: "expired-token",
  ExpiredTokenException: "expired-token",
  RequestExpired: "expired-token",
  AuthFailure: "invalid-credentials",
  IncompleteSignature: "invalid-credentials",
  IncompleteSignatureException: "invalid-credentials",
  InvalidClientTokenId: "invalid-credentials",
  InvalidSignatureException: "invalid-credentials",
  MissingAuthenticationToken: "invalid-credentials",
  MissingAuthenticationTokenException: "invalid-credentials",
  SignatureDoesNotMatch: "invalid-credentials",
  UnrecognizedClientException: "invalid-credentials",
  ConflictException: "conflict",
  ResourceInUse: "in-use",
  ResourceInUseException: "in-use",
  ResourceLimitExceeded: "limit-exceeded",
  ResourceNotFound: "not-found",
  ResourceNotFoundException: "not-found",
  RequestLimitExceeded: "throttled",
  SlowDown: "throttled",
  Throttling: "throttled",
  ThrottlingException: "throttled",
  TooManyRequestsException: "throttled",
};

/** Why a call failed, as a thing to switch on. */
export function remoteReason(failure: Failure): RemoteReason {
  const { name, status, text } = failure;
  if (name === "CredentialsProviderError" || name === "TokenProviderError") {
    return /expired/i.test(text) ? "expired-token" : "no-credentials";
  }
  if (name === "ValidationException") return validationReason(text);
  const reason = reasons[name];
  if (reason !== undefined) return reason;
  if (status === 429) return "throttled";
  if (status === undefined) return isNetworkFailure(failure) ? "endpoint-unreachable" : "unknown";
  if (status >= 500) return "server-error";
  return status === 403 ? "access-denied" : "unknown";
}

/** SageMaker says nearly everything with one code: only the text tells what is missing from what is wrong. */
function validationReason(text: string): RemoteReason {
  if (text.includes("Cannot create more than one workforce")) return "limit-exceeded";
  if (/validation errors? detected/.test(text)) return "invalid";
  return /No workforce|The work team\b/.test(text) ? "not-found" : "invalid";
}

function isNetworkFailure({ code, name }: Failure): boolean {
  return code !== undefined || name === "TimeoutError";
}
