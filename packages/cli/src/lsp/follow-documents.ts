import {
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  InitializedNotification,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  RegistrationRequest,
} from "vscode-languageserver-protocol";
import type { Io } from "../io.ts";
import { type Checks, checks } from "./checks.ts";
import type { Client } from "./client.ts";
import type { OpenDocuments } from "./open-documents.ts";

/** Keeps the documents as the editor has them, and checks their directories whenever something changes. */
export function followDocuments(
  connection: ProtocolConnection,
  io: Io,
  documents: OpenDocuments,
  client: Client,
  tell: (message: string) => void,
): Checks {
  const checked = checks(
    io,
    documents,
    (uri, diagnostics) => {
      const version = documents.versionOf(uri);
      const said = { uri, diagnostics: [...diagnostics], ...(version === undefined ? {} : { version }) };
      void connection.sendNotification(PublishDiagnosticsNotification.type, said);
    },
    (error) => tell(String(error)),
  );
  connection.onNotification(DidOpenTextDocumentNotification.type, ({ textDocument: each }) => {
    documents.open(each.uri, each.languageId, each.version, each.text);
    checked.touch(each.uri);
  });
  connection.onNotification(DidChangeTextDocumentNotification.type, ({ textDocument, contentChanges }) => {
    documents.change(textDocument.uri, textDocument.version, contentChanges);
    checked.touch(textDocument.uri);
  });
  connection.onNotification(DidSaveTextDocumentNotification.type, ({ textDocument }) =>
    checked.touch(textDocument.uri),
  );
  connection.onNotification(DidCloseTextDocumentNotification.type, ({ textDocument }) => {
    documents.close(textDocument.uri);
    checked.touch(textDocument.uri);
  });
  connection.onNotification(DidChangeWatchedFilesNotification.type, () => checked.touchAll());
  connection.onNotification(InitializedNotification.type, () => {
    if (client.watchesFiles) askForFiles(connection);
  });
  return checked;
}

function askForFiles(connection: ProtocolConnection): void {
  const watchers = [{ globPattern: "**/*.{wf,wfvars}.hcl" }];
  const { method } = DidChangeWatchedFilesNotification;
  const registrations = [{ id: "files", method, registerOptions: { watchers } }];
  // An editor that refuses tells of saved files all the same.
  connection.sendRequest(RegistrationRequest.type, { registrations }).catch(() => undefined);
}
