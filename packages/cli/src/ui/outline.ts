import { stripVTControlCharacters } from "node:util";
import { type PlanView, targetKey, type TargetView } from "@wf/engine";
import stringWidth from "fast-string-width";
import { wrapAnsi } from "fast-wrap-ansi";
import { renderDiagnostic, renderSweep } from "../render/plan-text.ts";
import { shownTargets } from "../render/shown-targets.ts";
import { targetSections, type TextBlock } from "../render/target-text.ts";
import { outlineHeads } from "./outline-head.ts";
import type { Look } from "./theme.ts";

/** A plan as a list of entries that can be opened: its regions, then the warnings of its configuration. */
export interface Outline {
  readonly entries: readonly OutlineEntry[];
  /** How many regions are not in the list, as nothing is to be said of them. */
  readonly quiet: number;
  /** How many regions could be left out. */
  readonly choosable: number;
  /** The line that stands for an entry. */
  readonly head: (entry: number) => OutlineLine;
  /** The lines beneath an open entry's head; laid out when they are first asked for. */
  readonly body: (entry: number) => readonly OutlineLine[];
}

export interface OutlineEntry {
  /** The target's key, where the region has something to do that can be left out. */
  readonly key: string | undefined;
  readonly changes: boolean;
  readonly warns: boolean;
}

export interface OutlineLine {
  readonly text: string;
  /** Without colours, in small letters: what a search looks at. */
  readonly plain: string;
  readonly landmark: TextBlock["landmark"];
}

/** The outline of a plan for lines of this width. */
export function outlineOf(view: PlanView, look: Look, width: number): Outline {
  const { quiet, shown } = shownTargets(view);
  const { colors } = look;
  const headOf = outlineHeads(shown, look, width);
  const others = [
    ...(view.sweep === undefined ? [] : [blockOf(renderSweep(view.sweep, colors, width), undefined)]),
    ...view.diagnostics.map((each) => blockOf(renderDiagnostic(each, colors, width), "warning")),
  ];
  const warned = view.diagnostics.length > 0;
  const otherHead = warned
    ? `${colors.warning("!")}   Warnings of the configuration`
    : "    What was looked at";
  return {
    entries: [
      ...shown.map(entryOf),
      ...(others.length > 0 ? [{ key: undefined, changes: false, warns: warned }] : []),
    ],
    quiet,
    choosable: shown.filter(({ steps }) => steps.length > 0).length,
    head: lazily((index) => {
      const target = shown[index];
      return lineOf(target === undefined ? otherHead : headOf(target), undefined);
    }),
    body: lazily((index) => {
      const target = shown[index];
      const sections =
        target === undefined ? others.map((block) => [block]) : targetSections(target, colors, width);
      return sections.flatMap((blocks) => [...blocks.flatMap((block) => linesOf(block, width)), blank]);
    }),
  };
}

function entryOf({ account, action, notes, region, steps }: TargetView): OutlineEntry {
  return {
    key: steps.length === 0 ? undefined : targetKey({ account, region }),
    changes: action !== "none" && action !== "busy",
    warns: action === "refused" || notes.some(({ severity }) => severity === "warning"),
  };
}

function blockOf(text: string, landmark: TextBlock["landmark"]): TextBlock {
  return { lines: text.split("\n"), landmark };
}

/** Values are never broken in a plan's text; here a line that is too long goes on in the next row. */
function linesOf({ landmark, lines }: TextBlock, width: number): readonly OutlineLine[] {
  const rows = lines.flatMap((line) => (stringWidth(line) <= width ? [line] : broken(line, width)));
  return rows.map((row, index) => lineOf(row, index === 0 ? landmark : undefined));
}

/** The rows after the first are indented further than it. */
function broken(line: string, width: number): readonly string[] {
  const start = /^ */.exec(stripVTControlCharacters(line))?.[0].length ?? 0;
  const indent = Math.min(start + 4, Math.floor(width / 2));
  const [first = "", ...others] = wrapAnsi(line, width - indent, { hard: true, trim: false }).split("\n");
  return [first, ...others.map((row) => `${" ".repeat(indent)}${row}`)];
}

function lineOf(text: string, landmark: OutlineLine["landmark"]): OutlineLine {
  return { text, plain: stripVTControlCharacters(text).toLowerCase(), landmark };
}

const blank = lineOf("", undefined);

/** Computes what is asked for, and once. */
function lazily<T>(compute: (index: number) => T): (index: number) => T {
  const known = new Map<number, T>();
  return (index) => {
    const found = known.get(index);
    if (found !== undefined) return found;
    const made = compute(index);
    known.set(index, made);
    return made;
  };
}
