import {
  CompletionRequest,
  DocumentFormattingRequest,
  HoverRequest,
  type ProtocolConnection,
} from "vscode-languageserver-protocol";
import type { Client } from "./client.ts";
import { completion } from "./completion.ts";
import { formatting } from "./formatting.ts";
import { hover } from "./hover.ts";
import type { Workspace } from "./workspace.ts";

/** Answers what the editor asks. */
export function answer(connection: ProtocolConnection, client: Client, workspace: Workspace): void {
  connection.onRequest(CompletionRequest.type, ({ textDocument, position }) =>
    completion(workspace, textDocument.uri, position, client),
  );
  connection.onRequest(DocumentFormattingRequest.type, ({ textDocument }) =>
    formatting(workspace.documents, textDocument.uri),
  );
  connection.onRequest(HoverRequest.type, ({ textDocument, position }) =>
    hover(workspace, textDocument.uri, position),
  );
}
