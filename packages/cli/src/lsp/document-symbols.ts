import { type OutlineItem, outlineOf } from "@wf/parser";
import { type DocumentSymbol, SymbolKind } from "vscode-languageserver-protocol";
import { printable } from "../render/printable.ts";
import { toRange } from "./place.ts";
import type { Workspace } from "./workspace.ts";

const kinds = { block: SymbolKind.Class, local: SymbolKind.Variable } as const;

/** A document's outline. */
export function documentSymbols(workspace: Workspace, uri: string): DocumentSymbol[] {
  const read = workspace.fileAt(uri);
  return read === undefined ? [] : outlineOf(read.file).map(symbol);
}

function symbol({ kind, name, span, head, items }: OutlineItem): DocumentSymbol {
  return {
    name: printable(name),
    kind: kinds[kind],
    range: toRange(span),
    selectionRange: toRange(head),
    children: items.map(symbol),
  };
}
