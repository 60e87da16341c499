import type { Source } from "@wf/parser";
import { createTwoFilesPatch } from "diff";
import { printable } from "./printable.ts";
import type { Theme } from "./theme.ts";

/** What changes in a file, as a unified diff. */
export function renderTextDiff(source: Source, after: string, theme: Theme): string {
  const patch = createTwoFilesPatch(`old/${source.name}`, `new/${source.name}`, source.text, after);
  const lines = patch.split("\n").slice(1).map(shown);
  return lines
    .map((line) =>
      line.startsWith("+") ? theme.add(line) : line.startsWith("-") ? theme.remove(line) : line,
    )
    .join("\n");
}

/** A line of a file; tabs, and what ends a line on Windows, do no harm. */
function shown(line: string): string {
  return line.replaceAll(/[^\t\r]+|\r(?!$)/g, printable);
}
