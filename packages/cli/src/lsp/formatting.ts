import { format, hasErrors, span } from "@wf/parser";
import type { TextEdit } from "vscode-languageserver-protocol";
import { layoutEdits } from "./layout-edits.ts";
import type { OpenDocuments } from "./open-documents.ts";
import { toRange } from "./place.ts";

/** What puts an open document in canonical layout; nothing where it has mistakes. */
export function formatting(documents: OpenDocuments, uri: string): TextEdit[] {
  const text = documents.textOf(uri);
  if (text === undefined) return [];
  const source = { name: uri, text };
  const { value, diagnostics } = format(source);
  if (hasErrors(diagnostics)) return [];
  return layoutEdits(text, value).map((edit) => ({
    range: toRange(span(source, edit.start, edit.end)),
    newText: edit.text,
  }));
}
