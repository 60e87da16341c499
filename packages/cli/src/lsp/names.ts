import {
  type Definition,
  definitionsIn,
  isSame,
  type NamePlace,
  type Span,
  usesIn,
  valuesIn,
} from "@wf/parser";
import type { Location, Position } from "vscode-languageserver-protocol";
import { toRange } from "./place.ts";
import { isValues } from "./check-directory.ts";
import type { Workspace } from "./workspace.ts";

/** A name's place and the file that it is in. */
interface LocatedName extends NamePlace {
  readonly uri: string;
}

/** A name's places in all files of its directory. */
export interface NamePlaces {
  readonly at: NamePlace;
  readonly definitions: readonly (LocatedName & Definition)[];
  /** Where it is referred to, or given a value. */
  readonly uses: readonly LocatedName[];
}

/** Where the name at a position is defined and used; undefined where there is no name. */
export function namePlaces(workspace: Workspace, uri: string, position: Position): NamePlaces | undefined {
  const place = workspace.placeAt(uri, position);
  if (place === undefined) return undefined;
  const { file, offset } = place;
  const here = isValues(uri) ? valuesIn(file) : [...definitionsIn(file), ...usesIn(file)];
  const at = here.find(({ span }) => span.start <= offset && offset <= span.end);
  if (at === undefined) return undefined;
  const { configuration, values } = workspace.filesAround(uri);
  return {
    at,
    definitions: configuration.flatMap((each) =>
      definitionsIn(each.file)
        .filter((name) => isSame(name, at))
        .map((name) => ({ ...name, uri: each.uri })),
    ),
    uses: [
      ...configuration.flatMap((each) => usesIn(each.file).map((name) => ({ ...name, uri: each.uri }))),
      ...values.flatMap((each) => valuesIn(each.file).map((name) => ({ ...name, uri: each.uri }))),
    ].filter((name) => isSame(name, at)),
  };
}

/** A place as an editor goes there. */
export function locationOf({ uri, span }: { readonly uri: string; readonly span: Span }): Location {
  return { uri, range: toRange(span) };
}
