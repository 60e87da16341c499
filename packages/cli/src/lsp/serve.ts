import {
  createProtocolConnection,
  ExitNotification,
  InitializeRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import type { ReadConfiguration } from "@wf/parser";
import { type ExitCode, exitCode } from "../exit-code.ts";
import type { Io } from "../io.ts";
import { version } from "../version.ts";
import { answer } from "./answer.ts";
import { capabilities } from "./capabilities.ts";
import { newClient, tellClient } from "./client.ts";
import { followDocuments } from "./follow-documents.ts";
import { openDocuments } from "./open-documents.ts";
import { workspace } from "./workspace.ts";

// The protocol's package without the one for servers made of it: that ends the process by itself.

/** Answers an editor on standard input and output until it leaves: 0 where it said so before, as the protocol wants. */
export async function serve(io: Io): Promise<ExitCode> {
  const tell = (message: string): void => void io.stderr.write(`wf lsp: ${message}\n`);
  const connection = createProtocolConnection(
    new StreamMessageReader(io.stdin),
    new StreamMessageWriter(io.stdout),
    { error: tell, warn: tell, info: () => undefined, log: () => undefined },
  );
  const client = newClient();
  let isShutDown = false;
  connection.onRequest(InitializeRequest.type, (parameters) => {
    tellClient(client, parameters.capabilities);
    return { capabilities, serverInfo: { name: "wf", version } };
  });
  connection.onRequest(ShutdownRequest.type, () => {
    isShutDown = true;
  });

  const documents = openDocuments();
  const checked = followDocuments(connection, io, documents, client, tell);
  const lastRead = (directory: string): ReadConfiguration | undefined => checked.lastOf(directory)?.read;
  answer(connection, client, workspace(io, documents, lastRead), checked);

  await new Promise<void>((resolve) => {
    connection.onNotification(ExitNotification.type, resolve);
    connection.onClose(() => resolve());
    io.stdin.on("end", resolve);
    connection.listen();
  });
  checked.stop();
  connection.dispose();
  io.stdin.destroy();
  return isShutDown ? exitCode.fine : exitCode.error;
}
