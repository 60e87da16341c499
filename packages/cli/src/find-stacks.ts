// Sync: node:fs/promises takes longer to load, in every plan, than directories take to list.
import { type Dirent, readdirSync } from "node:fs";
import path from "node:path";
import { type Context, shownPath } from "./context.ts";
import { isConfigurationFile, isPassedOver, reasonOf } from "./read-sources.ts";
import { UserError } from "./user-error.ts";

/** The directories to plan, absolute and sorted: those named, or with `recursive` all below them that hold a configuration. */
export function findStacks(
  context: Context,
  directories: readonly string[],
  recursive: boolean,
): readonly string[] {
  const named = (directories.length === 0 ? ["."] : directories).map((each) =>
    path.resolve(context.directory, each),
  );
  const found = recursive ? named.flatMap((each) => below(context, each)) : named;
  if (found.length === 0) {
    throw new UserError(
      `There is no configuration below ${named.map((each) => shownPath(context, each)).join(", ")}.`,
      "Name a directory that holds files named *.wf.hcl, or one above it.",
    );
  }
  return [...new Set(found)].sort();
}

function below(context: Context, directory: string): readonly string[] {
  const entries = entriesOf(context, directory);
  // Links to directories are not followed, so that the way down has an end.
  const inside = entries.filter((entry) => entry.isDirectory() && !isPassedOver(entry.name));
  const deeper = inside.flatMap(({ name }) => below(context, path.join(directory, name)));
  const holds = entries.some((entry) => !entry.isDirectory() && isConfigurationFile(entry.name));
  return [...(holds ? [directory] : []), ...deeper];
}

function entriesOf(context: Context, directory: string): readonly Dirent[] {
  try {
    return readdirSync(directory, { withFileTypes: true });
  } catch (error) {
    throw new UserError(
      `${shownPath(context, directory)} cannot be read: ${reasonOf(error)}.`,
      "Name another directory.",
      { cause: error },
    );
  }
}
