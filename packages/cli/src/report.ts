import { type Diagnostic, hasErrors } from "@wf/parser";
import type { Context } from "./context.ts";
import { renderDiagnostics } from "./render/diagnostics-text.ts";

/** Tells diagnostics on stderr; whether the command can go on. */
export function reportDiagnostics(context: Context, diagnostics: readonly Diagnostic[]): boolean {
  if (diagnostics.length > 0) context.io.stderr.write(`${renderDiagnostics(diagnostics, context.err)}\n`);
  return !hasErrors(diagnostics);
}
