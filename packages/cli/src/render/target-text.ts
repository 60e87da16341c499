import { targetHeading, type TargetView } from "@wf/engine";
import stringWidth from "fast-string-width";
import { clip } from "./clip.ts";
import { printable } from "./printable.ts";
import { type LinePart, type Mark, type ResourceLine, resourceLines } from "./resource-lines.ts";
import { changedResources } from "./shown-targets.ts";
import type { Theme } from "./theme.ts";
import { wrapAfter, wrapWords } from "./wrap-words.ts";

/** Lines that belong together, and what they are to a reader who looks for something. */
export interface TextBlock {
  readonly lines: readonly string[];
  readonly landmark: "change" | "warning" | undefined;
}

/** One region of a plan: its heading, and what is beneath it. */
export function renderTarget(target: TargetView, theme: Theme, width: number): string {
  const heading = wrapWords(
    `${theme.strong(`# ${printable(targetHeading(target))}`)}: ${target.verdict}`,
    width,
  );
  const sections = targetSections(target, theme, width).map((blocks) => blocks.flatMap(({ lines }) => lines));
  return [heading, ...sections].map((lines) => lines.join("\n")).join("\n\n");
}

/** What stands beneath a region's heading, with a blank line between the sections. */
export function targetSections(
  target: TargetView,
  theme: Theme,
  width: number,
): readonly (readonly TextBlock[])[] {
  const notes = target.notes.map((note) => ({
    lines: renderNote(note, theme, width),
    landmark: note.severity === "warning" ? ("warning" as const) : undefined,
  }));
  return [
    ...changedResources(target).map((resource) => [
      {
        lines: resourceLines(resource, (depth) => width - textColumn(depth)).flatMap((line) =>
          renderLine(line, theme, width),
        ),
        landmark: "change" as const,
      },
    ]),
    ...target.refusals.map((refusal) => [
      { lines: renderRefusal(refusal, theme, width), landmark: "warning" as const },
    ]),
    ...(notes.length === 0 ? [] : [notes]),
    ...renderSteps(target, theme, width).map((lines) => [{ lines, landmark: undefined }]),
    ...renderImpact(target, theme, width).map((lines) => [{ lines, landmark: undefined }]),
  ];
}

/** The column where the text of a line begins; its mark stands before that. */
function textColumn(depth: number): number {
  return 4 * depth + 6;
}

function renderLine(line: ResourceLine, theme: Theme, width: number): readonly string[] {
  const { comment, depth, grave = false, mark } = line;
  const start = textColumn(depth);
  const indent = " ".repeat(start - 1 - mark.length);
  const plain = line.parts.map((part) => part.text).join("");
  const text = line.parts.map((part) => paintPart(part, mark, theme)).join("");
  const row = `${indent}${paintMark(mark, theme)} ${text}`.trimEnd();
  if (comment === undefined) return [row];
  const paint = grave ? theme.replace : theme.faint;
  const fits = start + stringWidth(plain) + 3 + stringWidth(comment) <= width;
  if (fits) return [`${row} ${paint(`# ${comment}`)}`];
  const above = wrapAfter(`${" ".repeat(start)}# `, comment, width);
  return [...above.map((each) => paint(each)), row];
}

/** Paints a mark, or a text that goes with it. */
export function paintMark(mark: Mark, theme: Theme, text: string = mark): string {
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

/** A command is a line of its own, whatever its length, so that it can be copied. */
function renderNote(
  { command, message, severity }: TargetView["notes"][number],
  theme: Theme,
  width: number,
): readonly string[] {
  const label = severity === "warning" ? theme.warning("Warning:") : theme.faint("Note:");
  return [
    ...wrapAfter(`  ${label} `, clip(printable(message)), width),
    ...(command === undefined ? [] : [`    ${clip(printable(command))}`]),
  ];
}

function renderSteps({ steps }: TargetView, theme: Theme, width: number): readonly (readonly string[])[] {
  if (steps.length === 0) return [];
  const digits = String(steps.length).length;
  const operations = Math.max(...steps.map((step) => step.operation.length));
  const lines = steps.flatMap(({ operation, subject }, index) => {
    const number = String(index + 1).padStart(digits);
    const lead = `    ${theme.faint(`${number}.`)} ${operation.padEnd(operations)} `;
    return wrapAfter(lead, clip(printable(subject)), width);
  });
  return [["  Steps", ...lines]];
}

function renderImpact({ impact }: TargetView, theme: Theme, width: number): readonly (readonly string[])[] {
  if (impact.length === 0) return [];
  const lines = impact.flatMap(({ message }) =>
    wrapAfter(`    ${theme.warning("!")} `, printable(message), width),
  );
  return [["  Impact", ...lines]];
}
