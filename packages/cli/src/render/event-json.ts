import type { ApplyEvent } from "@wf/engine";
import type { ReadingEvent } from "../reading-event.ts";

/** An event as a line of what `--json` streams: its kind as `type`, and names as in all our JSON. */
export function eventJson({
  kind,
  ...rest
}: {
  readonly kind: ApplyEvent["kind"] | ReadingEvent["kind"];
}): object {
  return { type: kind, ...withSnakeNames(rest) };
}

function withSnakeNames(data: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]: [string, unknown]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      isRecord(value) ? withSnakeNames(value) : value,
    ]),
  );
}

function isRecord(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
