import { assertNever, planFormatVersion } from "@wf/engine";
import type { PlannedDirectory } from "../plan-directory.ts";
import type { PlanFormat } from "../plan-format.ts";
import { clip } from "./clip.ts";
import { renderJson } from "./json-text.ts";
import { code, inCell } from "./markdown-text.ts";
import { planJson } from "./plan-json.ts";
import { renderPlanMarkdown } from "./plan-markdown.ts";
import { renderPlanText } from "./plan-text.ts";
import { printable } from "./printable.ts";
import type { Theme } from "./theme.ts";

/** A directory and its plan; without one where it could not be planned. */
export interface PlannedStack {
  readonly directory: string;
  readonly planned: PlannedDirectory | undefined;
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
  const parts = stacks.flatMap(({ directory, planned }) =>
    planned === undefined || planned.view.outcome === "no-changes"
      ? []
      : [`${theme.strong(`== ${printable(directory)}`)}\n\n${renderPlanText(planned.view, theme, width)}`],
  );
  const names = Math.max(...stacks.map(({ directory }) => printable(directory).length));
  const total = stacks.map(({ directory, planned }) => {
    const said = planned === undefined ? theme.error(notPlanned) : planned.view.summary;
    return `  ${printable(directory).padEnd(names)}  ${said}`;
  });
  return [...parts, [theme.strong("== All stacks"), "", ...total, ""].join("\n")].join("\n");
}

function reportMarkdown(stacks: readonly PlannedStack[]): string {
  const rows = stacks.map(({ directory, planned }) => {
    const stack = planned === undefined ? "" : code(clip(planned.view.stack, 120));
    const cells = [code(clip(directory, 160)), stack, planned?.view.summary ?? notPlanned];
    return `| ${cells.map(inCell).join(" | ")} |`;
  });
  const table = ["| Directory | Stack | Plan |", "| --- | --- | --- |", ...rows].join("\n");
  const plans = stacks.flatMap(({ planned }) =>
    planned === undefined ? [] : [renderPlanMarkdown(planned.view, planned.hint)],
  );
  return [`${table}\n`, ...plans].join("\n");
}

function reportJson(stacks: readonly PlannedStack[]): object {
  return {
    format_version: planFormatVersion,
    stacks: stacks.map(({ directory, planned }) => ({
      directory,
      ...(planned === undefined ? {} : { plan: planJson(planned.view) }),
    })),
  };
}
