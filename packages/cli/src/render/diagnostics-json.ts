import { type Diagnostic, lineAt, lineText, positionAt, type Span } from "@wf/parser";

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
    ...(span === undefined ? {} : { range: rangeJson(span), snippet: snippetJson(span) }),
    ...(related === undefined
      ? {}
      : { related: related.map((place) => ({ message: place.message, range: rangeJson(place.span) })) }),
  };
}

function rangeJson({ source, start, end }: Span): object {
  return { filename: source.name, start: positionAt(source, start), end: positionAt(source, end) };
}

function snippetJson({ source, start, end }: Span): object {
  const line = lineAt(source, start);
  const code = lineText(source, line);
  const first = positionAt(source, start).column - 1;
  return {
    code,
    start_line: line,
    highlight_start_offset: first,
    highlight_end_offset: Math.min(code.length, first + Math.max(1, end - start)),
  };
}
