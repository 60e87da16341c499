import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  DocumentFormattingRequest,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { type ExitCode, exitCode } from "../exit-code.ts";
import type { Io } from "../io.ts";
import { version } from "../version.ts";
import { capabilities } from "./capabilities.ts";
import { checks } from "./checks.ts";
import { formatting } from "./formatting.ts";
import { hover } from "./hover.ts";
import { openDocuments } from "./open-documents.ts";
import { type Workspace, workspace } from "./workspace.ts";

/** Answers an editor on standard input and output until it says goodbye or goes away. */
export async function serve(io: Io): Promise<ExitCode> {
  const tell = (message: string): void => void io.stderr.write(`wf lsp: ${message}\n`);
  const connection = createProtocolConnection(
    new StreamMessageReader(io.stdin),
    new StreamMessageWriter(io.stdout),
    { error: tell, warn: tell, info: () => undefined, log: () => undefined },
  );
  const documents = openDocuments();
  const checked = checks(
    io,
    documents,
    (uri, diagnostics) => {
      const documentVersion = documents.versionOf(uri);
      void connection.sendNotification(PublishDiagnosticsNotification.type, {
        uri,
        diagnostics: [...diagnostics],
        ...(documentVersion === undefined ? {} : { version: documentVersion }),
      });
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
  answer(
    connection,
    workspace(io, documents, (directory) => checked.lastOf(directory)?.read),
  );
  const code = await untilItEnds(connection, io);
  checked.stop();
  connection.dispose();
  io.stdin.destroy();
  return code;
}

/** What the editor asks. */
function answer(connection: ProtocolConnection, files: Workspace): void {
  connection.onRequest(DocumentFormattingRequest.type, ({ textDocument }) =>
    formatting(files.documents, textDocument.uri),
  );
  connection.onRequest(HoverRequest.type, ({ textDocument, position }) =>
    hover(files, textDocument.uri, position),
  );
}

/** Begins to listen, and resolves when the editor leaves: 0 where it said so before, as the protocol wants. */
async function untilItEnds(connection: ProtocolConnection, io: Io): Promise<ExitCode> {
  let watchesFiles = false;
  let isShutDown = false;
  connection.onRequest(InitializeRequest.type, (parameters) => {
    watchesFiles = parameters.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    return { capabilities, serverInfo: { name: "wf", version } };
  });
  connection.onNotification(InitializedNotification.type, () => {
    if (!watchesFiles) return;
    const watchers = [{ globPattern: "**/*.{wf,wfvars}.hcl" }];
    const { method } = DidChangeWatchedFilesNotification;
    const registrations = [{ id: "files", method, registerOptions: { watchers } }];
    // An editor that refuses tells of saved files all the same.
    connection.sendRequest(RegistrationRequest.type, { registrations }).catch(() => undefined);
  });
  connection.onRequest(ShutdownRequest.type, () => {
    isShutDown = true;
  });
  return new Promise((resolve) => {
    const end = (): void => resolve(isShutDown ? exitCode.fine : exitCode.error);
    connection.onNotification(ExitNotification.type, end);
    connection.onClose(end);
    io.stdin.on("end", end);
    connection.listen();
  });
}
