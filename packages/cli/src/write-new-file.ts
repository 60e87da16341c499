import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { type Context, shownPath } from "./context.ts";
import { reasonOf } from "./read-sources.ts";
import { UserError } from "./user-error.ts";

/** Writes a file, never over one that is there, even one that came since it was looked for. */
export async function writeNewFile(
  context: Context,
  file: string,
  content: string,
  help: string,
): Promise<void> {
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content, { flag: "wx" });
  } catch (error) {
    throw new UserError(`${shownPath(context, file)} cannot be written: ${reasonOf(error)}.`, help, {
      cause: error,
    });
  }
}
