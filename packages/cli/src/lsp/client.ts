import type { ClientCapabilities } from "vscode-languageserver-protocol";

/** What the editor said that it can do. */
export interface Client {
  /** Take places for the cursor in what it inserts. */
  snippets: boolean;
  /** Take a parameter's place in a signature, where else its name is looked for. */
  parameterPlaces: boolean;
  /** Tell of files that change on disk, where it is asked to. */
  watchesFiles: boolean;
}

/** An editor that has said nothing yet. */
export function newClient(): Client {
  return { snippets: false, parameterPlaces: false, watchesFiles: false };
}

/** Keeps what the editor says of itself. */
export function tellClient(client: Client, { textDocument, workspace }: ClientCapabilities): void {
  client.snippets = textDocument?.completion?.completionItem?.snippetSupport === true;
  client.parameterPlaces =
    textDocument?.signatureHelp?.signatureInformation?.parameterInformation?.labelOffsetSupport === true;
  client.watchesFiles = workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
}
