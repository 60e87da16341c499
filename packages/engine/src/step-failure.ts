import type { Failure } from "./events.ts";

/** A step could not be carried out although every call was answered. */
export class StepFailure extends Error {
  override readonly name = "StepFailure";
  readonly reason: Failure["reason"];

  constructor(reason: Failure["reason"], message: string) {
    super(message);
    this.reason = reason;
  }
}
