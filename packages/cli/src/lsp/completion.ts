import { complete, type Completion, cursorAt, definitionsIn, type Span } from "@wf/parser";
import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  type Position,
} from "vscode-languageserver-protocol";
import type { Client } from "./client.ts";
import { attributeText, blockText, functionText } from "./hover-text.ts";
import { toRange } from "./place.ts";
import { isValues } from "./check-directory.ts";
import type { Workspace } from "./workspace.ts";

const kinds = {
  attribute: CompletionItemKind.Property,
  block: CompletionItemKind.Class,
  reference: CompletionItemKind.Variable,
  function: CompletionItemKind.Function,
  value: CompletionItemKind.Value,
} as const;

/** What can be put at a position, in the order in which an editor should show it. */
export function completion(
  workspace: Workspace,
  uri: string,
  position: Position,
  client: Client,
): CompletionItem[] {
  const at = workspace.placeAt(uri, position);
  if (at === undefined || isValues(uri)) return [];
  const cursor = cursorAt(at.source, at.offset);
  const defined = workspace.filesAround(uri).configuration.flatMap(({ file }) => definitionsIn(file));
  const offered = complete(cursor, { defined, scope: workspace.lastRead(uri)?.scope });
  return offered.map((each, index) => item(each, index, cursor.word, client));
}

function item(completed: Completion, index: number, word: Span, { snippets }: Client): CompletionItem {
  const said = documentation(completed);
  return {
    label: completed.name,
    kind: kinds[completed.kind],
    sortText: String(index).padStart(4, "0"),
    ...(snippets ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    textEdit: { range: toRange(word), newText: inserted(completed, word, snippets) },
    ...(said === undefined ? {} : { documentation: { kind: "markdown", value: said } }),
  };
}

function documentation(completed: Completion): string | undefined {
  switch (completed.kind) {
    case "attribute":
      return attributeText(completed.schema, completed.route);
    case "block":
      return blockText(completed.schema);
    case "function":
      return functionText(completed.name);
    default:
      return undefined;
  }
}

/** What goes on behind a name is left as it is. */
const goesOn = /^[ \t]*[=({"]/;

function inserted(completed: Completion, { source, end }: Span, snippets: boolean): string {
  const { kind, name } = completed;
  // In a snippet these would mean something.
  const text = snippets ? name.replaceAll(/[\\$}]/g, String.raw`\$&`) : name;
  if (goesOn.test(source.text.slice(end, end + 100)) || kind === "reference" || kind === "value") return text;
  if (kind === "attribute") return `${text} = `;
  if (!snippets) return text;
  if (kind === "function") return `${text}($0)`;
  const labels = completed.schema.labels.map((label, index) => ` "\${${index + 1}:${label}}"`).join("");
  return `${text}${labels} {\n  $0\n}`;
}
