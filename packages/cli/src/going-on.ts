import type { RunHistory } from "@wf/engine";
import { lockHolders } from "@wf/engine/node";
import type { Context } from "./context.ts";
import { lockDirectory } from "./lock-directory.ts";

/** Tells whether a run is still going on: its process lives, and holds locks as every run does from its begin to its end. */
export function goingOn(context: Context): (run: RunHistory) => boolean {
  const holders = lockHolders(lockDirectory(context));
  return ({ run: { pid } }) => pid !== undefined && holders.has(pid);
}
