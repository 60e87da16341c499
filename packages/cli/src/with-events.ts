import type { Context } from "./context.ts";
import type { ReadingEvent } from "./reading-event.ts";
import type { EventLine } from "./render/event-schema.ts";
import { renderJson } from "./render/json-text.ts";
import { errorLine, readingLines, versionLine } from "./render/plan-event-lines.ts";
import { UserError } from "./user-error.ts";

/** Told of what is read for a plan, as it is read. */
export type OnReading = (event: ReadingEvent) => void;

/** Prints one line of a stream of events; `directory` is whose it is, where several are planned. */
export function writeEvent({ io }: Context, line: EventLine, directory?: string): void {
  io.stdout.write(`${renderJson(directory === undefined ? line : { ...line, directory })}\n`);
}

/** Does work that `--json` makes a stream of events: begins it, and says in it too what stands in the way. */
export async function withEvents<T>(
  context: Context,
  json: boolean,
  work: (onReading: OnReading) => Promise<T>,
): Promise<T> {
  if (!json) return work(() => {});
  writeEvent(context, versionLine());
  try {
    return await work((event) => {
      for (const line of readingLines(event)) writeEvent(context, line);
    });
  } catch (error) {
    if (error instanceof UserError) writeEvent(context, errorLine(error));
    throw error;
  }
}
