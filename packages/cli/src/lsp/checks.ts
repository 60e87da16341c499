import path from "node:path";
import type { Diagnostic, ReadConfiguration } from "@wf/parser";
import type { Diagnostic as EditorDiagnostic } from "vscode-languageserver-protocol";
import type { Io } from "../io.ts";
import { checkDirectory, editorContext, isOurs } from "./check-directory.ts";
import { editorDiagnostics } from "./editor-diagnostics.ts";
import { fileOf, type OpenDocuments } from "./open-documents.ts";

/** How long nothing is typed before a directory is checked, in milliseconds. */
const quiet = 150;

/** What the checks tell: the diagnostics of one file, all of them anew. */
export type Publish = (uri: string, diagnostics: readonly EditorDiagnostic[]) => void;

/** Checks directories whose files are open, a little after something changes. */
export interface Checks {
  /** Something of this file changed. */
  readonly touch: (uri: string) => void;
  /** Files may have changed on disk: every directory is checked again. */
  readonly touchAll: () => void;
  /** What was last said of a directory. */
  readonly lastOf: (directory: string) => Checked | undefined;
  readonly stop: () => void;
}

/** What a check found. */
interface Checked {
  readonly read: ReadConfiguration;
  readonly diagnostics: readonly Diagnostic[];
}

interface Watched {
  timer: NodeJS.Timeout | undefined;
  told: ReadonlySet<string>;
  last: Checked | undefined;
  round: number;
}

/** Checks for the documents that are open. `fail` hears of what should not happen. */
export function checks(
  io: Io,
  documents: OpenDocuments,
  publish: Publish,
  fail: (error: unknown) => void,
): Checks {
  const directories = new Map<string, Watched>();

  const check = async (directory: string, watched: Watched): Promise<void> => {
    const round = (watched.round += 1);
    const buffers = documents.buffersIn(directory);
    const open = [...buffers.keys()].filter(isOurs);
    const [first] = open.toSorted();
    if (first === undefined) {
      directories.delete(directory);
      for (const uri of watched.told) publish(uri, []);
      return;
    }
    const context = editorContext(
      io,
      directory,
      new Map(open.map((each) => [each, buffers.get(each) ?? ""])),
    );
    const { value: read, diagnostics } = await checkDirectory(context);
    // What was typed meanwhile is checked by a later round.
    if (watched.round !== round) return;
    watched.last = { read, diagnostics };
    const { addressOf } = documents;
    const found = editorDiagnostics(diagnostics, { directory, addressOf, elsewhere: addressOf(first) });
    const told = new Set([...found.keys(), ...open.map(addressOf)]);
    for (const uri of new Set([...watched.told, ...told])) publish(uri, found.get(uri) ?? []);
    watched.told = told;
  };

  const schedule = (directory: string): void => {
    const watched = directories.get(directory) ?? {
      timer: undefined,
      told: new Set(),
      last: undefined,
      round: 0,
    };
    directories.set(directory, watched);
    clearTimeout(watched.timer);
    watched.timer = setTimeout(() => void check(directory, watched).catch(fail), quiet);
  };

  return {
    touch: (uri) => {
      const file = fileOf(uri);
      if (file !== undefined && isOurs(file)) schedule(path.dirname(file));
    },
    touchAll: () => {
      for (const directory of directories.keys()) schedule(directory);
    },
    lastOf: (directory) => directories.get(directory)?.last,
    stop: () => {
      for (const watched of directories.values()) {
        clearTimeout(watched.timer);
        // A check under way has nobody to tell any more.
        watched.round += 1;
      }
    },
  };
}
