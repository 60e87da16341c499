import { format, span } from "@wf/parser";
import type { TextEdit } from "vscode-languageserver-protocol";
import { layoutEdits } from "./layout-edits.ts";
import { toRange } from "./place.ts";
import type { Workspace } from "./workspace.ts";

/** What puts an open document in canonical layout; nothing where it has mistakes. */
export function formatting(workspace: Workspace, uri: string): TextEdit[] {
  const read = workspace.fileAt(uri);
  if (read === undefined || read.broken) return [];
  const { source } = read;
  return layoutEdits(source.text, format(source).value).map((edit) => ({
    range: toRange(span(source, edit.start, edit.end)),
    newText: edit.text,
  }));
}
