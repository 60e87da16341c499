import { targetHeading } from "@wf/engine";

/** What came of a check. Every text in it may hold others' words. */
export type Outcome =
  | { readonly kind: "passed"; readonly message: string }
  | { readonly kind: "failed"; readonly message: string; readonly help: string }
  /** There was no answer, or no way to ask. */
  | { readonly kind: "not-made"; readonly message: string }
  /** There was nothing to ask. */
  | { readonly kind: "skipped"; readonly message: string };

/** What a check is about. */
export interface Place {
  readonly account: string | undefined;
  readonly region: string | undefined;
  /** Of the workforce that the region's checks are made for. */
  readonly address: string | undefined;
}

/** One question of `wf doctor`. */
export interface DoctorCheck {
  /** Such as `credentials`, or the name of a preflight check. */
  readonly name: string;
  readonly place: Place;
  /** What the check stands under, with others of its kind. */
  readonly heading: string;
  /** What is looked at, to be read while it is. */
  readonly asks: string;
  readonly make: () => Promise<Outcome>;
}

/** It is as it must be. */
export function passed(message: string): Outcome {
  return { kind: "passed", message };
}

/** It is not, and what to do about it. */
export function failed(message: string, help: string): Outcome {
  return { kind: "failed", message, help };
}

/** It could not be asked. */
export function notMade(message: string): Outcome {
  return { kind: "not-made", message };
}

/** There is nothing to ask. */
export function skipped(message: string): Outcome {
  return { kind: "skipped", message };
}

/** The heading of what is asked of AWS about a place. */
export function headingOf({ account, region, address }: Place): string {
  if (region !== undefined) return targetHeading({ account, region, address });
  return account === undefined ? "AWS" : `account.${account}`;
}
