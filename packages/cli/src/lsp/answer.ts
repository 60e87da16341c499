import {
  CodeActionRequest,
  CompletionRequest,
  DefinitionRequest,
  DocumentFormattingRequest,
  DocumentSymbolRequest,
  HoverRequest,
  PrepareRenameRequest,
  type ProtocolConnection,
  ReferencesRequest,
  RenameRequest,
  SignatureHelpRequest,
} from "vscode-languageserver-protocol";
import type { Checks } from "./checks.ts";
import type { Client } from "./client.ts";
import { codeActions } from "./code-actions.ts";
import { completion } from "./completion.ts";
import { documentSymbols } from "./document-symbols.ts";
import { formatting } from "./formatting.ts";
import { hover } from "./hover.ts";
import { locationOf, namePlaces } from "./names.ts";
import { prepareRename, rename } from "./rename.ts";
import { signatureHelp } from "./signature-help.ts";
import type { Workspace } from "./workspace.ts";

/** Answers what the editor asks. */
export function answer(
  connection: ProtocolConnection,
  client: Client,
  workspace: Workspace,
  checked: Checks,
): void {
  connection.onRequest(CodeActionRequest.type, ({ textDocument, range }) =>
    codeActions(workspace, checked, textDocument.uri, range),
  );
  connection.onRequest(DefinitionRequest.type, ({ textDocument, position }) =>
    (namePlaces(workspace, textDocument.uri, position)?.definitions ?? []).map(locationOf),
  );
  connection.onRequest(ReferencesRequest.type, ({ textDocument, position, context }) => {
    const places = namePlaces(workspace, textDocument.uri, position);
    const definitions = context.includeDeclaration ? (places?.definitions ?? []) : [];
    return [...definitions, ...(places?.uses ?? [])].map(locationOf);
  });
  connection.onRequest(PrepareRenameRequest.type, ({ textDocument, position }) =>
    prepareRename(workspace, textDocument.uri, position),
  );
  connection.onRequest(RenameRequest.type, ({ textDocument, position, newName }) =>
    rename(workspace, textDocument.uri, position, newName),
  );
  connection.onRequest(DocumentSymbolRequest.type, ({ textDocument }) =>
    documentSymbols(workspace, textDocument.uri),
  );
  connection.onRequest(CompletionRequest.type, ({ textDocument, position }) =>
    completion(workspace, textDocument.uri, position, client),
  );
  connection.onRequest(DocumentFormattingRequest.type, ({ textDocument }) =>
    formatting(workspace, textDocument.uri),
  );
  connection.onRequest(HoverRequest.type, ({ textDocument, position }) =>
    hover(workspace, textDocument.uri, position),
  );
  connection.onRequest(SignatureHelpRequest.type, ({ textDocument, position }) =>
    signatureHelp(workspace, textDocument.uri, position, client),
  );
}
