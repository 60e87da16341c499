import { type Context, shownPath } from "./context.ts";
import type { ExitCode } from "./exit-code.ts";
import { planDirectory } from "./plan-directory.ts";
import type { EventLine } from "./render/event-schema.ts";
import { readingLines, resultLines } from "./render/plan-event-lines.ts";
import { stackDirectories, type StackOptions, worstOf } from "./stack-directories.ts";
import { tellDenied } from "./tell-denied.ts";
import { withEvents, writeEvent } from "./with-events.ts";

/** Plans as `wf plan --json` does: what happens is printed as it happens, a JSON document a line. */
export async function streamPlans(context: Context, options: StackOptions): Promise<ExitCode> {
  return withEvents(context, true, async () => {
    const directories = stackDirectories(context, options);
    if (directories === undefined) return streamPlan(context, options, undefined);
    const codes: ExitCode[] = [];
    for (const directory of directories) {
      codes.push(await streamPlan({ ...context, directory }, options, shownPath(context, directory)));
    }
    const code = worstOf(codes);
    writeEvent(context, { type: "report-finished", stacks: codes.length, exit_code: code });
    return code;
  });
}

async function streamPlan(
  context: Context,
  options: StackOptions,
  directory: string | undefined,
): Promise<ExitCode> {
  const write = (line: EventLine): void => writeEvent(context, line, directory);
  const result = await planDirectory(context, options, (event) => readingLines(event).forEach(write));
  resultLines(result, options.out).forEach(write);
  if (result.denied !== undefined) {
    tellDenied(context, directory === undefined ? result.denied : `${directory}: ${result.denied}`);
  }
  return result.code;
}
