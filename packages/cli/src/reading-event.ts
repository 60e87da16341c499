import type { RemoteError, Retry, Target } from "@wf/engine";
import type { Diagnostic } from "@wf/parser";

/** What is told while a plan is made: the configuration first, then the regions as each is done, in any order. */
export type ReadingEvent =
  | {
      readonly kind: "configuration-read";
      /** The stack's name, where it is known whatever else is wrong. */
      readonly stack: string | undefined;
      readonly diagnostics: readonly Diagnostic[];
    }
  /** A call of a region's reading failed, and will be made again. */
  | ({ readonly kind: "target-retrying"; readonly target: Target } & Retry)
  | { readonly kind: "target-read"; readonly target: Target; readonly elapsedMilliseconds: number }
  | ({ readonly kind: "target-unread" } & ReadFailure);

/** A region could not be read. */
export interface ReadFailure {
  readonly target: Target;
  readonly error: RemoteError;
}
