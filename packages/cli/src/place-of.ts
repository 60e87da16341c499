import { existsSync } from "node:fs";
import path from "node:path";
import { type Context, shownPath } from "./context.ts";

/**
 * The context's directory as everyone who has the repository knows it: from the repository's root, or outside of any
 * repository as it was given.
 */
export function placeOf(context: Context): string {
  const root = repositoryAbove(context.directory);
  const place =
    root === undefined ? shownPath(context, context.directory) : path.relative(root, context.directory);
  return place === "" ? "." : place.replaceAll(path.sep, "/");
}

/** The nearest directory that holds `.git`, which is a file in a worktree or a submodule. */
function repositoryAbove(directory: string): string | undefined {
  if (existsSync(path.join(directory, ".git"))) return directory;
  const parent = path.dirname(directory);
  return parent === directory ? undefined : repositoryAbove(parent);
}
