import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { TextDocumentContentChangeEvent } from "vscode-languageserver-protocol";

/** What the editor holds open, by the address that it gave. */
export interface OpenDocuments {
  readonly open: (uri: string, language: string, version: number, text: string) => void;
  readonly change: (uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]) => void;
  readonly close: (uri: string) => void;
  readonly textOf: (uri: string) => string | undefined;
  readonly versionOf: (uri: string) => number | undefined;
  /** The texts of one directory's open files, by absolute path. */
  readonly buffersIn: (directory: string) => ReadonlyMap<string, string>;
  /** A file's address: the editor's own where it is open. */
  readonly addressOf: (file: string) => string;
}

/** No documents yet. */
export function openDocuments(): OpenDocuments {
  const documents = new Map<string, TextDocument>();
  return {
    open: (uri, language, version, text) =>
      void documents.set(uri, TextDocument.create(uri, language, version, text)),
    change: (uri, version, changes) => {
      const document = documents.get(uri);
      if (document !== undefined) documents.set(uri, TextDocument.update(document, [...changes], version));
    },
    close: (uri) => void documents.delete(uri),
    textOf: (uri) => documents.get(uri)?.getText(),
    versionOf: (uri) => documents.get(uri)?.version,
    buffersIn: (directory) =>
      new Map(
        [...documents].flatMap(([uri, document]) => {
          const file = fileOf(uri);
          return file !== undefined && path.dirname(file) === directory ? [[file, document.getText()]] : [];
        }),
      ),
    addressOf: (file) =>
      [...documents.keys()].find((uri) => fileOf(uri) === file) ?? pathToFileURL(file).href,
  };
}

/** The file of an address; undefined where it is none of this machine, such as a new text without a name. */
export function fileOf(uri: string): string | undefined {
  try {
    return uri.startsWith("file:") ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}
