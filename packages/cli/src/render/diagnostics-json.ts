import { type Diagnostic, lineAt, lineText, positionAt, type Span } from "@wf/parser";
import { hideWrittenSecrets } from "./hide-written-secrets.ts";

/** Diagnostics in the shape of Terraform's `validate -json`, with our codes. */
export function renderDiagnosticsJson(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Diagnostic["severity"]): number =>
    diagnostics.filter((each) => each.severity === severity).length;
  const document = {
    format_version: "1.0",
    valid: count("error") === 0,
    error_count: count("error"),
    warning_count: count("warning"),
    diagnostics: diagnostics.map(diagnosticJson),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

/** One diagnostic as data. */
function diagnosticJson({ severity, code, summary, detail, span, related }: Diagnostic): object {
  return {
    severity,
    code,
    summary,
    detail,
    ...(span === undefined ? {} : { range: rangeJson(span), ...snippetJson(hideWrittenSecrets(span)) }),
    ...(related === undefined
      ? {}
      : { related: related.map((place) => ({ message: place.message, range: rangeJson(place.span) })) }),
  };
}

function rangeJson({ source, start, end }: Span): object {
  return { filename: source.name, start: positionAt(source, start), end: positionAt(source, end) };
}

/** The line at fault; nothing of a confidential source. */
function snippetJson({ source, start, end }: Span): object {
  if (source.confidential === true) return {};
  const line = lineAt(source, start);
  const code = lineText(source, line);
  const first = positionAt(source, start).column - 1;
  return {
    snippet: {
      code,
      start_line: line,
      highlight_start_offset: first,
      highlight_end_offset: Math.min(code.length, first + Math.max(1, end - start)),
    },
  };
}
