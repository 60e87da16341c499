import path from "node:path";
import type { Context } from "./context.ts";

/**
 * Where locks are, of all checkouts of a user: by the convention of XDG for state. Without a
 * home, and for a region of `--local`, which is the directory's own, they are in the directory.
 */
export function lockDirectory({ directory, io, local }: Context): string {
  const { HOME: home, USERPROFILE: profile, XDG_STATE_HOME: state } = io.environment;
  const own = path.join(directory, ".wf", "locks");
  if (local) return own;
  if (state !== undefined && path.isAbsolute(state)) return path.join(state, "wf", "locks");
  const base = home ?? profile;
  return base === undefined || base === "" ? own : path.join(base, ".local", "state", "wf", "locks");
}
