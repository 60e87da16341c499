/**
 * Why a probe has no answer to go by. `wrong-answer`: it was answered, and with something else. `no-answer`: no
 * permission, no route, no name, a fault of the other side's. `not-asked`: for a reason of our own.
 * `local`: the region is on this machine, and what surrounds it exists on paper only.
 */
export type ProbeReason = "wrong-answer" | "no-answer" | "not-asked" | "local";

/** A probe failed. The message is the end of a sentence about what was asked, such as "its name does not resolve". */
export class ProbeError extends Error {
  override readonly name = "ProbeError";
  readonly reason: ProbeReason;

  constructor(reason: ProbeReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
