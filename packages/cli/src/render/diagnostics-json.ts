import {
  type Diagnostic,
  itemsAt,
  lineAt,
  lineText,
  parse,
  positionAt,
  type ReferenceValue,
  type Source,
  type Span,
} from "@wf/parser";
import { hideWrittenSecrets } from "./hide-written-secrets.ts";
import { renderJson } from "./json-text.ts";
import { onceASource } from "./once-a-source.ts";

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
  return `${renderJson(document, 2)}\n`;
}

/** One diagnostic as data. */
function diagnosticJson({ severity, code, summary, detail, span, related, values = [] }: Diagnostic): object {
  return {
    severity,
    code,
    summary,
    detail,
    ...(span === undefined
      ? {}
      : { range: rangeJson(span), ...snippetJson(hideWrittenSecrets(span), values) }),
    ...(related === undefined
      ? {}
      : { related: related.map((place) => ({ message: place.message, range: rangeJson(place.span) })) }),
  };
}

function rangeJson({ source, start, end }: Span): object {
  return { filename: source.name, start: positionAt(source, start), end: positionAt(source, end) };
}

/** The lines of a place; offsets into them count bytes, as Terraform's do. */
function snippetJson({ source, start, end }: Span, values: readonly ReferenceValue[]): object {
  if (source.confidential === true) return {};
  const first = lineAt(source, start);
  const last = lineAt(source, Math.max(start, end - 1));
  const lines = Array.from({ length: last - first + 1 }, (_, index) => lineText(source, first + index));
  const code = lines.join("\n");
  const lineStart = source.text.lastIndexOf("\n", start - 1) + 1;
  const highlight = Buffer.byteLength(source.text.slice(lineStart, start));
  const length = Buffer.byteLength(source.text.slice(start, end));
  return {
    snippet: {
      context: contextOf(source, start),
      code,
      start_line: first,
      highlight_start_offset: highlight,
      highlight_end_offset: Math.min(Buffer.byteLength(code), highlight + Math.max(1, length)),
      values: values.map(({ traversal, value }) => ({ traversal, statement: `is ${value}` })),
    },
  };
}

/** The header of the outermost block around a place: `workforce "radiology"`. */
function contextOf(source: Source, offset: number): string | null {
  if (source.inline === true) return null;
  const [outermost] = itemsAt(bodyOf(source), offset);
  if (outermost?.kind !== "block") return null;
  return [outermost.type.name, ...outermost.labels.map(({ value }) => JSON.stringify(value))].join(" ");
}

const bodyOf = onceASource((source) => parse(source).value.body);
