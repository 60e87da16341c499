import { type Diagnostic, positionAt, renderCodeFrame, type Span } from "@wf/parser";
import { hideWrittenSecrets } from "./hide-written-secrets.ts";
import { printable } from "./printable.ts";
import type { Theme } from "./theme.ts";

/** Diagnostics for a terminal: what, where with the text at fault, why and what to do. */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], theme: Theme): string {
  return diagnostics.map((diagnostic) => `${renderDiagnostic(diagnostic, theme)}\n`).join("\n");
}

function renderDiagnostic(diagnostic: Diagnostic, theme: Theme): string {
  const { severity, summary, code, span, related = [], values = [] } = diagnostic;
  const label = severity === "error" ? theme.error("Error:") : theme.warning("Warning:");
  return [
    `${label} ${theme.strong(printable(summary))} ${theme.faint(`[${code}]`)}`,
    ...(span === undefined ? [] : [frame(span, theme)]),
    ...related.flatMap((place) => ["", `${printable(place.message)}:`, frame(place.span, theme)]),
    ...(values.length === 0
      ? []
      : ["", ...values.map((each) => `  ${each.traversal} is ${printable(each.value)}`)]),
    "",
    printable(diagnostic.detail),
  ].join("\n");
}

/** The place as editors and terminals link to it, and the text there. */
function frame(place: Span, theme: Theme): string {
  const { line, column } = positionAt(place.source, place.start);
  const at = theme.faint(`  on ${printable(place.source.name)}:${line}:${column}`);
  const shown = renderCodeFrame(hideWrittenSecrets(place));
  return shown === "" ? at : `${at}\n\n${shown}`;
}

/** One line that counts them, or nothing. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Diagnostic["severity"], noun: string): readonly string[] => {
    const found = diagnostics.filter((each) => each.severity === severity).length;
    return found === 0 ? [] : [`${found} ${noun}${found === 1 ? "" : "s"}`];
  };
  return [...count("error", "error"), ...count("warning", "warning")].join(", ");
}
