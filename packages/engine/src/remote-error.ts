/**
 * Why a call to AWS did not succeed, as a thing to switch on.
 * `outcome-unknown`: it was sent and no answer came, so it may have been carried out.
 */
export type RemoteReason =
  | "access-denied"
  | "conflict"
  | "endpoint-unreachable"
  | "expired-token"
  | "in-use"
  | "invalid"
  | "invalid-credentials"
  | "limit-exceeded"
  | "no-credentials"
  | "not-found"
  | "outcome-unknown"
  | "server-error"
  | "throttled"
  | "unknown";

/** A call to AWS failed. The message is safe to show: no secret, no control characters. */
export class RemoteError extends Error {
  override readonly name = "RemoteError";
  readonly reason: RemoteReason;
  /** The API operation, or the credential provider's name. */
  readonly operation: string;

  constructor(reason: RemoteReason, operation: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
    this.operation = operation;
  }
}
