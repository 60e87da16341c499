import { definitionsIn, isIdentifier, isSame } from "@wf/parser";
import {
  LSPErrorCodes,
  type Position,
  type PrepareRenameResult,
  ResponseError,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver-protocol";
import { type NamePlaces, namePlaces } from "./names.ts";
import { toRange } from "./place.ts";
import type { Workspace } from "./workspace.ts";

/** The name that can be changed at a position; null where there is none. */
export function prepareRename(
  workspace: Workspace,
  uri: string,
  position: Position,
): PrepareRenameResult | null {
  const places = renamable(workspace, uri, position);
  return places === undefined ? null : { range: toRange(places.at.span), placeholder: places.at.name };
}

/** What changes a name wherever the directory's files hold it. */
export function rename(
  workspace: Workspace,
  uri: string,
  position: Position,
  newName: string,
): WorkspaceEdit | null {
  const places = renamable(workspace, uri, position);
  if (places === undefined) return null;
  if (!isIdentifier(newName))
    throw refused(
      "A name is made of letters, digits, underscores and hyphens, and begins with a letter or an underscore.",
    );
  const { configuration } = workspace.filesAround(uri);
  const other = { root: places.at.root, name: newName };
  if (configuration.some(({ file }) => definitionsIn(file).some((each) => isSame(each, other))))
    throw refused(`There is a ${other.root}.${newName} already.`);
  const changes: Record<string, TextEdit[]> = {};
  for (const place of [...places.definitions, ...places.uses])
    (changes[place.uri] ??= []).push({ range: toRange(place.span), newText: newName });
  return { changes };
}

function renamable(workspace: Workspace, uri: string, position: Position): NamePlaces | undefined {
  const places = namePlaces(workspace, uri, position);
  if (places === undefined || places.definitions.length === 0) return undefined;
  if (places.at.root === "workforce")
    throw refused(
      "A workforce's label is its address and, without name, its name: changing it here could delete and create what is live.",
    );
  const { configuration, values } = workspace.filesAround(uri);
  const broken = [...configuration, ...values].find((each) => each.broken);
  if (broken !== undefined)
    throw refused(
      `${broken.source.name} has syntax errors, so not every place can be found: put it right first.`,
    );
  return places;
}

function refused(message: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
