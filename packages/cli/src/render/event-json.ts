import { type ApplyEvent } from "@wf/engine";
import { assertNever } from "@wf/parser";
import type { ReadingEvent } from "../reading-event.ts";
import type { EventLine } from "./event-schema.ts";
import type { ShownOutput } from "./outputs-text.ts";

/** What is told of a run, and of regions that are read. */
type StreamedEvent = ApplyEvent | Extract<ReadingEvent, { readonly kind: "target-read" | "target-retrying" }>;

/** An event as a line of what `--json` streams: its kind as `type`, and names as in all our JSON. */
export function eventJson(event: StreamedEvent): EventLine {
  switch (event.kind) {
    case "apply-started": {
      const { kind: type, targets, steps } = event;
      return { type, targets, steps };
    }
    case "target-read": {
      const { kind: type, target, elapsedMilliseconds: elapsed_milliseconds } = event;
      return { type, target, elapsed_milliseconds };
    }
    case "target-retrying": {
      const { kind: type, target, attempt, reason, delayMilliseconds: delay_milliseconds } = event;
      return { type, target, attempt, reason, delay_milliseconds };
    }
    case "target-started":
    case "rollback-started": {
      const { kind: type, target, steps } = event;
      return { type, target, steps };
    }
    case "step-started": {
      const { kind: type, target, step } = event;
      return { type, target, step };
    }
    case "step-waiting": {
      const { kind: type, target, step, status, elapsedMilliseconds: elapsed_milliseconds } = event;
      return { type, target, step, status, elapsed_milliseconds };
    }
    case "step-retrying": {
      const { kind: type, target, step, attempt, reason, delayMilliseconds: delay_milliseconds } = event;
      return { type, target, step, attempt, reason, delay_milliseconds };
    }
    case "step-finished": {
      const { kind: type, target, step, elapsedMilliseconds: elapsed_milliseconds } = event;
      return { type, target, step, elapsed_milliseconds };
    }
    case "target-finished": {
      const { kind: type, target, elapsedMilliseconds: elapsed_milliseconds, subDomain: sub_domain } = event;
      return { type, target, elapsed_milliseconds, sub_domain };
    }
    case "rollback-finished": {
      const { kind: type, target, failure } = event;
      return { type, target, failure };
    }
    case "target-failed": {
      const { kind: type, target, step, steps, failure } = event;
      return { type, target, step, steps, failure };
    }
    case "target-stopped": {
      const { kind: type, target, stepsDone: steps_done, steps } = event;
      return { type, target, steps_done, steps };
    }
    case "apply-finished": {
      const { kind: type, finished, failed, stopped, elapsedMilliseconds: elapsed_milliseconds } = event;
      return { type, finished, failed, stopped, elapsed_milliseconds };
    }
    default:
      return assertNever(event);
  }
}

/** The outputs as a line; no value where it is sensitive or not known. */
export function outputsLine(outputs: readonly ShownOutput[]): EventLine {
  const entries = outputs.map(({ name, sensitive, value }) => [name, { sensitive, value }] as const);
  return { type: "outputs", outputs: Object.fromEntries(entries) };
}
