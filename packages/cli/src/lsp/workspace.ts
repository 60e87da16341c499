import path from "node:path";
import { type File, hasErrors, parse, type ReadConfiguration, type Source } from "@wf/parser";
import type { Position } from "vscode-languageserver-protocol";
import type { Io } from "../io.ts";
import { readConfigurationFiles } from "../read-sources.ts";
import { editorContext, isOurs } from "./check-directory.ts";
import { fileOf, type OpenDocuments } from "./open-documents.ts";
import { toOffset } from "./place.ts";

/** A file, read. */
interface ReadFile {
  readonly uri: string;
  readonly source: Source;
  readonly file: File;
  /** Whether it has syntax errors, so that not all of it could be read. */
  readonly broken: boolean;
}

/** The files of one directory. */
interface DirectoryFiles {
  readonly configuration: readonly ReadFile[];
  /** Those that give values to variables. */
  readonly values: readonly ReadFile[];
}

/** A place of an open document. */
export interface DocumentPlace extends ReadFile {
  readonly offset: number;
}

/** What requests are answered from. */
export interface Workspace {
  /** The open document as it is now; undefined where it is none of ours. */
  readonly fileAt: (uri: string) => ReadFile | undefined;
  readonly placeAt: (uri: string, position: Position) => DocumentPlace | undefined;
  /** The configuration that the document is part of. */
  readonly filesAround: (uri: string) => DirectoryFiles;
  /** What that configuration came to when it was last checked. */
  readonly lastRead: (uri: string) => ReadConfiguration | undefined;
}

/** The workspace of an editor. */
export function workspace(
  io: Io,
  documents: OpenDocuments,
  lastRead: (directory: string) => ReadConfiguration | undefined,
): Workspace {
  const known = new Map<string, ReadFile>();
  /** Read once for each text. */
  const read = (uri: string, name: string, text: string): ReadFile => {
    const before = known.get(uri);
    if (before?.source.text === text) return before;
    const source = { name, text };
    const { value: file, diagnostics } = parse(source);
    const made = { uri, source, file, broken: hasErrors(diagnostics) };
    known.set(uri, made);
    return made;
  };
  const fileAt: Workspace["fileAt"] = (uri) => {
    const text = documents.textOf(uri);
    const file = fileOf(uri);
    if (text === undefined || (file !== undefined && !isOurs(file))) return undefined;
    return read(uri, file === undefined ? uri : path.basename(file), text);
  };
  return {
    fileAt,
    placeAt: (uri, position) => {
      const found = fileAt(uri);
      return found && { ...found, offset: toOffset(found.source, position) };
    },
    filesAround: (uri) => {
      const file = fileOf(uri);
      if (file === undefined) return { configuration: [fileAt(uri) ?? []].flat(), values: [] };
      const directory = path.dirname(file);
      const context = editorContext(io, directory, documents.buffersIn(directory));
      const { sources, variableFiles } = readConfigurationFiles(context).value;
      const all = (list: readonly Source[]): readonly ReadFile[] =>
        list.map(({ name, text }) => read(documents.addressOf(path.resolve(directory, name)), name, text));
      return { configuration: all(sources), values: all(variableFiles) };
    },
    lastRead: (uri) => {
      const file = fileOf(uri);
      return file === undefined ? undefined : lastRead(path.dirname(file));
    },
  };
}
