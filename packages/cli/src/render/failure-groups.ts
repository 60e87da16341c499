import { type RemoteReason, targetName } from "@wf/engine";
import type { ReadFailure } from "../reading-event.ts";
import { counted } from "./counted.ts";
import { sentence } from "./sentence.ts";

/** Targets that could not be read for one reason. Names and messages are not yet safe to print. */
export interface FailureGroup {
  readonly reason: RemoteReason;
  readonly places: readonly string[];
  /** What was said, each once, with the places that it was said of. */
  readonly messages: readonly FailureMessage[];
}

/** One message, and the places that it was said of. */
interface FailureMessage {
  readonly places: readonly string[];
  readonly message: string;
}

/** More messages than these bury what to do. */
const mostMessages = 5;

/** Those that failed alike, together. */
export function failureGroups(failures: readonly ReadFailure[]): readonly FailureGroup[] {
  return [...Map.groupBy(failures, ({ error }) => error.reason)].map(([reason, group]) => ({
    reason,
    places: placesOf(group),
    // A region's own name does not make its message another one.
    messages: [
      ...Map.groupBy(group, ({ error, target }) => error.message.replaceAll(target.region, "")).values(),
    ].flatMap((alike) =>
      alike.slice(0, 1).map(({ error }) => ({ places: placesOf(alike), message: error.message })),
    ),
  }));
}

/** What was said, as sentences: with the places before each where it was not the same of all. */
export function failureSentences({ messages }: FailureGroup): readonly string[] {
  const [first, ...others] = messages.map(({ message }) => sentence(message));
  if (first === undefined) return [];
  if (others.length === 0) return [first];
  const shown = messages.slice(0, mostMessages);
  const more = messages.length - shown.length;
  return [
    ...shown.map(({ message, places }) => `${places.join(", ")}: ${sentence(message)}`),
    ...(more > 0 ? [`And ${counted(more, "message")} more.`] : []),
  ];
}

function placesOf(failures: readonly ReadFailure[]): readonly string[] {
  return failures.map(({ target }) => targetName(target));
}
