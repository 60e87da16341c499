import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { onTestFinished } from "vitest";
import {
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  type InitializeResult,
  InitializeRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  ShutdownRequest,
} from "vscode-languageserver-protocol/node";
import { isolated, wfBin } from "./run-wf.ts";

/** An editor that has started `wf lsp` and talks to it over its standard input and output. */
export interface Editor {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcessWithoutNullStreams;
  readonly initialized: InitializeResult;
  readonly uri: (name: string) => string;
  readonly open: (name: string, text: string) => Promise<void>;
  /** Puts another text in an open file. */
  readonly type: (name: string, text: string) => Promise<void>;
  readonly close: (name: string) => Promise<void>;
  /** The next diagnostics of a file that the condition holds for; those told before do not count. */
  readonly told: (
    name: string,
    condition?: (diagnostics: readonly Diagnostic[]) => boolean,
  ) => Promise<readonly Diagnostic[]>;
  /** Says goodbye; resolves to the exit code. */
  readonly leave: () => Promise<number | null>;
  readonly ended: Promise<number | null>;
  readonly stderr: () => string;
}

interface Told {
  readonly uri: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Starts the built program's language server for a directory; it ends with the test. */
export async function startEditor(directory: string): Promise<Editor> {
  const child = spawn(process.execPath, [wfBin, "lsp", "--stdio"], { cwd: "/", env: isolated });
  onTestFinished(() => void child.kill("SIGKILL"));
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => (stderr += chunk));
  child.stdin.on("error", () => undefined);
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const connection = createProtocolConnection(child.stdout, child.stdin);
  const waiting = new Set<(told: Told) => void>();
  connection.onNotification(PublishDiagnosticsNotification.type, (told) => {
    for (const each of waiting) each(told);
  });
  connection.listen();
  const initialized = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: pathToFileURL(directory).href,
    capabilities: {
      textDocument: {
        completion: { completionItem: { snippetSupport: true } },
        signatureHelp: { signatureInformation: { parameterInformation: { labelOffsetSupport: true } } },
      },
    },
  });
  await connection.sendNotification(InitializedNotification.type, {});
  const uri = (name: string): string => pathToFileURL(path.join(directory, name)).href;
  let version = 1;
  return {
    connection,
    process: child,
    initialized,
    uri,
    open: async (name, text) =>
      connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri: uri(name), languageId: "hcl", version: 1, text },
      }),
    type: async (name, text) =>
      connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri: uri(name), version: (version += 1) },
        contentChanges: [{ text }],
      }),
    close: async (name) =>
      connection.sendNotification(DidCloseTextDocumentNotification.type, {
        textDocument: { uri: uri(name) },
      }),
    told: async (name, condition = () => true) =>
      new Promise((resolve) => {
        const each = (told: Told): void => {
          if (told.uri !== uri(name) || !condition(told.diagnostics)) return;
          waiting.delete(each);
          resolve(told.diagnostics);
        };
        waiting.add(each);
      }),
    leave: async () => {
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      return ended;
    },
    ended,
    stderr: () => stderr,
  };
}
