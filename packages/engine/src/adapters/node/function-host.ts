import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import type { FunctionHost } from "@wf/parser";

/** No configuration needs more, and a plan of a stranger's must not fill the memory. */
const largestFile = 16 * 1024 * 1024;

/** Lets the language's functions read files of one directory, links resolved, and the environment. */
export function functionHost(
  directory: string,
  environment: Readonly<Record<string, string | undefined>>,
): FunctionHost {
  const resolve = (written: string): string | undefined => {
    const root = realpathSync(directory);
    const resolved = realpathSync(path.resolve(root, written));
    return resolved === root || resolved.startsWith(root + path.sep) ? resolved : undefined;
  };
  const outside = { failure: "it lies outside the configuration's directory" };
  return {
    readFile: (written) =>
      orFailure(() => {
        const file = resolve(written);
        if (file === undefined) return outside;
        const status = statSync(file);
        if (!status.isFile()) return { failure: "it is not a file" };
        if (status.size > largestFile) return { failure: `it is larger than ${largestFile} bytes` };
        return { bytes: readFileSync(file) };
      }),
    fileExists: (written) => {
      const found = orFailure(() => {
        const file = resolve(written);
        return file === undefined ? outside : { exists: statSync(file).isFile() };
      });
      return "exists" in found && found.exists;
    },
    listFiles: (written) =>
      orFailure(() => {
        const base = resolve(written);
        if (base === undefined) return outside;
        const entries = readdirSync(base, { recursive: true, withFileTypes: true });
        const files = entries.filter((entry) => entry.isFile());
        const paths = files.map((entry) => path.relative(base, path.join(entry.parentPath, entry.name)));
        return { paths: paths.map((each) => each.split(path.sep).join("/")).sort() };
      }),
    environment: (name) => environment[name],
    homeDirectory: () => environment["HOME"],
  };
}

function orFailure<T>(look: () => T): T | { readonly failure: string } {
  try {
    return look();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT") return { failure: "there is no such file" };
    if (code === "EACCES") return { failure: "permission is denied" };
    return { failure: typeof code === "string" ? `the system says ${code}` : "it cannot be read" };
  }
}
