import path from "node:path";
import { fixOf } from "@wf/parser";
import { type CodeAction, CodeActionKind, type Range } from "vscode-languageserver-protocol";
import type { Checks } from "./checks.ts";
import { fileOf } from "./open-documents.ts";
import { toOffset, toRange } from "./place.ts";
import type { Workspace } from "./workspace.ts";

/** What puts the mistakes of a range right: the names that were likely meant. */
export function codeActions(workspace: Workspace, checked: Checks, uri: string, range: Range): CodeAction[] {
  const file = fileOf(uri);
  const read = workspace.fileAt(uri);
  if (file === undefined || read === undefined) return [];
  const start = toOffset(read.source, range.start);
  const end = toOffset(read.source, range.end);
  const told = checked.lastOf(path.dirname(file))?.diagnostics ?? [];
  return told.flatMap((each) => {
    const fix = fixOf(each);
    const source = fix?.span.source;
    // What was typed since the check may have moved the place.
    if (fix === undefined || source?.name !== read.source.name || source.text !== read.source.text) return [];
    if (each.span === undefined || each.span.end < start || end < each.span.start) return [];
    const edit = { changes: { [uri]: [{ range: toRange(fix.span), newText: fix.text }] } };
    return [{ title: `Change to "${fix.text}"`, kind: CodeActionKind.QuickFix, isPreferred: true, edit }];
  });
}
