import path from "node:path";

/**
 * Where V8 keeps the code that it compiled, by XDG's conventions: a directory of the user's own, as what is in it is run.
 * Undefined where there is none, or where NODE_COMPILE_CACHE has told Node already.
 */
export function compileCacheDirectory(
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const { HOME: home, NODE_COMPILE_CACHE: chosen, USERPROFILE: profile, XDG_CACHE_HOME: cache } = environment;
  if (chosen !== undefined) return undefined;
  if (cache !== undefined && path.isAbsolute(cache)) return path.join(cache, "wf");
  const own = home ?? profile;
  return own === undefined || own === "" ? undefined : path.join(own, ".cache", "wf");
}
