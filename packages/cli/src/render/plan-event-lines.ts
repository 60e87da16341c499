import { describeDiagnostic, planFormatVersion, type PlanView } from "@wf/engine";
import { assertNever } from "@wf/parser";
import type { PlannedDirectory } from "../plan-directory.ts";
import type { FailedDirectory } from "../plan-or-failure.ts";
import type { ReadingEvent } from "../reading-event.ts";
import type { Staleness } from "../saved-plan.ts";
import type { UserError } from "../user-error.ts";
import { version } from "../version.ts";
import { eventJson } from "./event-json.ts";
import type { EventLine } from "./event-schema.ts";
import { remoteHelp } from "./failures-text.ts";
import { planJson } from "./plan-json.ts";

/** The first line of every stream of events. */
export function versionLine(): EventLine {
  return { type: "version", wf: version, format_version: planFormatVersion };
}

/** What is told while a plan is made, as lines. */
export function readingLines(event: ReadingEvent): readonly EventLine[] {
  switch (event.kind) {
    case "configuration-read":
      return event.diagnostics.map((each) => ({ type: "diagnostic", diagnostic: describeDiagnostic(each) }));
    case "target-read":
    case "target-retrying":
      return [eventJson(event)];
    case "target-unread": {
      const { error, kind, target } = event;
      const failure = { reason: error.reason, message: error.message };
      return [{ type: kind, target, failure, help: remoteHelp[error.reason] }];
    }
    default:
      return assertNever(event);
  }
}

/** What else stands in the way, as a line. */
export function errorLine({ help, message }: Pick<UserError, "help" | "message">): EventLine {
  return { type: "error", message, help };
}

/** Why a saved plan is not applied, as a line: what moved, as far as plans may show it. */
export function staleLine({ message, moved }: Staleness, help: string): EventLine {
  return { type: "error", message, help, moved };
}

/** A plan as a line. */
export function planLine(view: PlanView): EventLine {
  return { type: "plan", plan: planJson(view) };
}

/** What follows when a directory is planned, or could not be; `out` is where it was to be saved. */
export function resultLines(
  result: PlannedDirectory | FailedDirectory,
  out: string | undefined,
): readonly EventLine[] {
  if (result.outcome === "failed") {
    return [
      ...(result.error === undefined ? [] : [errorLine(result.error)]),
      { type: "plan-finished", outcome: "failed", exit_code: result.code },
    ];
  }
  const { code, denied, saved, view } = result;
  const { counts, outcome, summary } = view;
  const saved_to = saved ? out : undefined;
  return [
    planLine(view),
    { type: "plan-finished", outcome, summary, counts, denied, saved_to, exit_code: code },
  ];
}
