import path from "node:path";

/**
 * Where V8 keeps the code that it compiled, by the conventions of Node (NODE_COMPILE_CACHE) and of XDG. Undefined leaves
 * it to Node. Not a directory that others can write to: what is in it is run.
 */
export function compileCacheDirectory(
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const { HOME: home, NODE_COMPILE_CACHE: chosen, XDG_CACHE_HOME: cache } = environment;
  if (chosen !== undefined) return undefined;
  if (cache !== undefined && path.isAbsolute(cache)) return path.join(cache, "wf");
  return home === undefined ? undefined : path.join(home, ".cache", "wf");
}
