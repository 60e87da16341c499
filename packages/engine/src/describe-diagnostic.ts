import { type Diagnostic, positionAt } from "@wf/parser";
import type { DiagnosticView } from "./plan-view.ts";

/** A diagnostic of the configuration, with its place in numbers. */
export function describeDiagnostic({ severity, code, summary, detail, span }: Diagnostic): DiagnosticView {
  const said = { severity, code, summary, detail };
  if (span === undefined) return said;
  const { line, column } = positionAt(span.source, span.start);
  return { ...said, file: span.source.name, line, column };
}
