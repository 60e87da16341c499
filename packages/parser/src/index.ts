export { diagnostic, hasErrors } from "./text/diagnostic.ts";
export type {
  Diagnostic,
  ReferenceValue,
  RelatedPlace,
  Severity,
  WithDiagnostics,
} from "./text/diagnostic.ts";
export { lineAt, lineText, positionAt, span, spanTo, textOf } from "./text/source.ts";
export type { Position, Source, Span } from "./text/source.ts";
export { suggest } from "./text/suggest.ts";
