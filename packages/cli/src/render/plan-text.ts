import type { DiagnosticView, PlanView, SweepView } from "@wf/engine";
import { clip } from "./clip.ts";
import { printable } from "./printable.ts";
import { shownTargets } from "./shown-targets.ts";
import { renderTarget } from "./target-text.ts";
import type { Theme } from "./theme.ts";
import { defaultWidth } from "./width.ts";
import { wrapAfter, wrapWords } from "./wrap-words.ts";

/** A plan for a terminal or a log: Terraform's habits, with the steps and the impact beneath each region. */
export function renderPlanText(view: PlanView, theme: Theme, width: number = defaultWidth): string {
  const { shown, quiet } = shownTargets(view);
  const parts = [
    ...shown.map((target) => renderTarget(target, theme, width)),
    ...(quiet > 0 && shown.length > 0 ? [theme.faint(`${regions(quiet)} without changes.`)] : []),
    ...(view.sweep === undefined ? [] : [renderSweep(view.sweep, theme, width)]),
    ...view.diagnostics.map((each) => renderDiagnostic(each, theme, width)),
    theme.strong(view.summary),
  ];
  return `${parts.join("\n\n")}\n`;
}

function regions(count: number): string {
  return count === 1 ? "1 more region is" : `${count} more regions are`;
}

/** What was looked at beyond the configuration. */
export function renderSweep({ messages }: SweepView, theme: Theme, width: number): string {
  return messages
    .flatMap((message) => wrapWords(printable(message), width).map((line) => theme.faint(line)))
    .join("\n");
}

/** A warning about the configuration: where, what, and what it means. */
export function renderDiagnostic(
  { summary, code, ...place }: DiagnosticView,
  theme: Theme,
  width: number,
): string {
  const { detail, file } = place;
  const where = file === undefined ? "" : `${printable(file)}:${place.line ?? 1}:${place.column ?? 1}: `;
  const text = `${clip(printable(summary))} ${theme.faint(`[${code}]`)}`;
  return [
    ...wrapAfter(`${theme.warning("Warning:")} `, `${where}${text}`, width),
    ...wrapWords(clip(printable(detail)), width - 2).map((line) => `  ${line}`),
  ].join("\n");
}
