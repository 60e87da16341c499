import type { DiagnosticView, PlanView, SweepView, TargetView } from "@wf/engine";
import { clip } from "./clip.ts";
import { printable } from "./printable.ts";
import { type LinePart, type Mark, type ResourceLine, resourceLines } from "./resource-lines.ts";
import { changedResources, placeOf, shownTargets } from "./shown-targets.ts";
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

function renderSweep({ messages }: SweepView, theme: Theme, width: number): string {
  return messages
    .flatMap((message) => wrapWords(printable(message), width).map((line) => theme.faint(line)))
    .join("\n");
}

function renderDiagnostic({ summary, code, ...place }: DiagnosticView, theme: Theme, width: number): string {
  const { detail, file } = place;
  const where = file === undefined ? "" : `${printable(file)}:${place.line ?? 1}:${place.column ?? 1}: `;
  const text = `${clip(printable(summary))} ${theme.faint(`[${code}]`)}`;
  return [
    ...wrapAfter(`${theme.warning("Warning:")} `, `${where}${text}`, width),
    ...wrapWords(clip(printable(detail)), width - 2).map((line) => `  ${line}`),
  ].join("\n");
}

function renderTarget(target: TargetView, theme: Theme, width: number): string {
  const sections = [
    wrapWords(`${theme.strong(`# ${printable(placeOf(target))}`)}: ${target.verdict}`, width),
    ...changedResources(target).map((resource) =>
      resourceLines(resource).flatMap((line) => renderLine(line, theme, width)),
    ),
    ...target.refusals.map((refusal) => renderRefusal(refusal, theme, width)),
    ...(target.notes.length === 0
      ? []
      : [target.notes.flatMap(({ severity, message }) => renderNote(severity, message, theme, width))]),
    ...renderSteps(target, theme),
    ...(target.impact.length === 0
      ? []
      : [
          [
            "  Impact",
            ...target.impact.flatMap(({ message }) =>
              wrapAfter(`    ${theme.warning("!")} `, printable(message), width),
            ),
          ],
        ]),
  ];
  return sections.map((lines) => lines.join("\n")).join("\n\n");
}

function renderLine(line: ResourceLine, theme: Theme, width: number): readonly string[] {
  const { comment, depth, grave = false, mark } = line;
  const indent = " ".repeat(4 * depth + 5 - mark.length);
  const plain = line.parts.map((part) => part.text).join("");
  const text = line.parts.map((part) => paintPart(part, mark, theme)).join("");
  const row = `${indent}${paintMark(mark, theme)} ${text}`.trimEnd();
  if (comment === undefined) return [row];
  const paint = grave ? theme.replace : theme.faint;
  const fits = 4 * depth + 6 + plain.length + 3 + comment.length <= width;
  if (fits) return [`${row} ${paint(`# ${comment}`)}`];
  const above = wrapAfter(`${" ".repeat(4 * depth + 6)}# `, comment, width);
  return [...above.map((each) => paint(each)), row];
}

function paintMark(mark: Mark, theme: Theme, text: string = mark): string {
  switch (mark) {
    case "+":
      return theme.add(text);
    case "-":
      return theme.remove(text);
    case "-/+":
      return theme.replace(text);
    case "~":
      return theme.change(text);
    default:
      return text;
  }
}

function paintPart({ style, text }: LinePart, mark: Mark, theme: Theme): string {
  if (style === "plain") return text;
  return style === "faint" ? theme.faint(text) : theme.strong(paintMark(mark, theme, text));
}

function renderRefusal(
  refusal: TargetView["refusals"][number],
  theme: Theme,
  width: number,
): readonly string[] {
  return [
    ...wrapAfter(`  ${theme.error("Refused:")} `, clip(printable(refusal.message)), width),
    ...wrapWords(printable(refusal.help), width - 4).map((line) => `    ${line}`),
    ...(refusal.blocks === undefined
      ? []
      : ["", ...refusal.blocks.split("\n").map((line) => (line === "" ? "" : `      ${printable(line)}`))]),
  ];
}

function renderNote(
  severity: "warning" | "info",
  message: string,
  theme: Theme,
  width: number,
): readonly string[] {
  const label = severity === "warning" ? theme.warning("Warning:") : theme.faint("Note:");
  return wrapAfter(`  ${label} `, clip(printable(message)), width);
}

function renderSteps({ steps }: TargetView, theme: Theme): readonly (readonly string[])[] {
  if (steps.length === 0) return [];
  const digits = String(steps.length).length;
  const operations = Math.max(...steps.map((step) => step.operation.length));
  const lines = steps.map(({ operation, subject }, index) => {
    const number = String(index + 1).padStart(digits);
    return `    ${theme.faint(`${number}.`)} ${operation.padEnd(operations)} ${clip(printable(subject))}`;
  });
  return [["  Steps", ...lines]];
}
