import { type Plain, printExpression, sensitiveText, unknownText } from "@wf/parser";
import { padded, widest } from "./columns.ts";
import type { Theme } from "./theme.ts";

/** An output as shown; no value where it is sensitive or not known. */
export interface ShownOutput {
  readonly name: string;
  readonly sensitive: boolean;
  readonly value: Plain | undefined;
}

/** Outputs as assignments of the language; nothing where there are none. */
export function renderOutputs(outputs: readonly ShownOutput[], theme: Theme): string {
  if (outputs.length === 0) return "";
  const width = widest(outputs.map(({ name }) => name));
  const lines = outputs.map(({ name, sensitive, value }) => {
    const shown = sensitive ? sensitiveText : value === undefined ? unknownText : printExpression(value);
    return `  ${padded(name, width)} = ${shown}`;
  });
  return `\n${theme.strong("Outputs")}\n${lines.join("\n")}\n`;
}
