import { planFormatVersion } from "@wf/engine";
import { assertNever } from "@wf/parser";
import type { PlannedDirectory } from "../plan-directory.ts";
import type { FailedDirectory } from "../plan-or-failure.ts";
import type { PlanFormat } from "../plan-format.ts";
import { clip } from "./clip.ts";
import { padded, widest } from "./columns.ts";
import { renderFailureMarkdown } from "./failure-markdown.ts";
import { renderJson } from "./json-text.ts";
import { code, inCell } from "./markdown-text.ts";
import { planJson } from "./plan-json.ts";
import { renderPlanMarkdown } from "./plan-markdown.ts";
import { renderPlanText } from "./plan-text.ts";
import { printable } from "./printable.ts";
import type { Theme } from "./theme.ts";

/** A directory and its plan, or why there is none. */
export interface PlannedStack {
  readonly directory: string;
  /** The directory as everyone who has the repository knows it. */
  readonly place: string;
  readonly result: PlannedDirectory | FailedDirectory;
}

/** The plans of several stacks in one report. */
export function renderReport(
  stacks: readonly PlannedStack[],
  format: PlanFormat,
  theme: Theme,
  width: number,
): string {
  switch (format) {
    case "text":
      return reportText(stacks, theme, width);
    case "markdown":
      return reportMarkdown(stacks);
    case "json":
      return `${renderJson(reportJson(stacks), 2)}\n`;
    default:
      return assertNever(format);
  }
}

const notPlanned = "Could not be planned; see the errors.";

function reportText(stacks: readonly PlannedStack[], theme: Theme, width: number): string {
  const parts = stacks.flatMap(({ directory, result }) =>
    result.outcome === "failed" || result.view.outcome === "no-changes"
      ? []
      : [`${theme.strong(`== ${printable(directory)}`)}\n\n${renderPlanText(result.view, theme, width)}`],
  );
  const names = widest(stacks.map(({ directory }) => printable(directory)));
  const total = stacks.map(({ directory, result }) => {
    const said = result.outcome === "failed" ? theme.error(notPlanned) : result.view.summary;
    return `  ${padded(printable(directory), names)}  ${said}`;
  });
  return [...parts, [theme.strong("== All stacks"), "", ...total, ""].join("\n")].join("\n");
}

function reportMarkdown(stacks: readonly PlannedStack[]): string {
  const rows = stacks.map(({ directory, result }) => {
    const failed = result.outcome === "failed";
    const stack = failed ? result.stack : result.view.stack;
    const name = stack === undefined ? "" : code(clip(stack, 120));
    const cells = [code(clip(directory, 160)), name, failed ? notPlanned : result.view.summary];
    return `| ${cells.map(inCell).join(" | ")} |`;
  });
  const table = ["| Directory | Stack | Plan |", "| --- | --- | --- |", ...rows].join("\n");
  const plans = stacks.map(({ place, result }) =>
    result.outcome === "failed"
      ? renderFailureMarkdown(result, place)
      : renderPlanMarkdown(result.view, { place, hint: result.hint }),
  );
  return [`${table}\n`, ...plans].join("\n");
}

function reportJson(stacks: readonly PlannedStack[]): object {
  return {
    format_version: planFormatVersion,
    stacks: stacks.map(({ directory, result }) => ({
      directory,
      ...(result.outcome === "failed" ? {} : { plan: planJson(result.view) }),
    })),
  };
}
