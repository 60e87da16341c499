import type { Target } from "./plan-model.ts";
import type { RemoteReason } from "./remote-error.ts";

/** Everything that a run tells, in order per target: the only source for the terminal, the log lines, JSON and the journal. */
export type ApplyEvent =
  | { readonly kind: "apply-started"; readonly targets: number; readonly steps: number }
  | { readonly kind: "target-started"; readonly target: Target; readonly steps: number }
  | (StepEvent & { readonly kind: "step-started" })
  | (StepEvent & {
      readonly kind: "step-waiting";
      readonly status: string;
      readonly elapsedMilliseconds: number;
    })
  | (StepEvent & {
      readonly kind: "step-retrying";
      readonly attempt: number;
      readonly reason: string;
      readonly delayMilliseconds: number;
    })
  | (StepEvent & { readonly kind: "step-finished"; readonly elapsedMilliseconds: number })
  | {
      readonly kind: "target-finished";
      readonly target: Target;
      readonly elapsedMilliseconds: number;
      /** The portal's host name, where the run made a workforce. */
      readonly subDomain: string | undefined;
    }
  /** A creation failed for good after the deletion: what was deleted is put back; `target-failed` follows. */
  | { readonly kind: "rollback-started"; readonly target: Target; readonly steps: number }
  | {
      readonly kind: "rollback-finished";
      readonly target: Target;
      /** Why it was not put back; undefined where it was. */
      readonly failure: Failure | undefined;
    }
  | {
      readonly kind: "target-failed";
      readonly target: Target;
      /** From 1: the step that failed; those before it were carried out. */
      readonly step: number;
      readonly steps: number;
      readonly failure: Failure;
    }
  | {
      readonly kind: "target-stopped";
      readonly target: Target;
      readonly stepsDone: number;
      readonly steps: number;
    }
  | {
      readonly kind: "apply-finished";
      readonly finished: number;
      readonly failed: number;
      readonly stopped: number;
      readonly elapsedMilliseconds: number;
    };

interface StepEvent {
  readonly target: Target;
  /** From 1. */
  readonly step: number;
}

/** Why a step did not succeed. */
export interface Failure {
  readonly reason:
    | RemoteReason
    | "journal-unwritable"
    | "moved"
    | "refused-by-aws"
    | "timed-out"
    | "workforce-failed";
  readonly message: string;
}
