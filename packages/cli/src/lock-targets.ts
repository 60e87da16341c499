import path from "node:path";
import type { Target } from "@wf/engine";
import { type FileLocks, type HeldLock, takeFileLocks } from "@wf/engine/node";
import type { Connection } from "./connect.ts";
import { type Context, shownPath } from "./context.ts";
import { lockDirectory } from "./lock-directory.ts";
import { reasonOf } from "./read-sources.ts";
import { UserError } from "./user-error.ts";

/**
 * Keeps other runs of this machine's user away from these targets, whatever directory they are started in; gives the way
 * to let them in again.
 */
export async function lockTargets(
  context: Context,
  targets: readonly Target[],
  connection: Connection,
): Promise<() => void> {
  const directory = lockDirectory(context);
  const named = await lockNames(context, targets, connection);
  const locks = takeLocks(directory, [...named.keys()]);
  if ("release" in locks) return locks.release;
  const { name, holder } = locks;
  const region = named.get(name)?.region ?? name;
  throw new UserError(
    `Another run of wf is at work on ${region}: process ${holder.pid}, since ${holder.since}.`,
    `Wait until it is done, and run the command again. If that process is something else by now, delete the file ${shownPath(context, path.join(directory, name))}.`,
  );
}

/** One lock a region of an account: two blocks that are one account share it, and are refused later. */
async function lockNames(
  context: Context,
  targets: readonly Target[],
  connection: Connection,
): Promise<ReadonlyMap<string, Target>> {
  const named = await Promise.all(
    targets.map(async (target): Promise<readonly [string, Target]> => {
      const whose = context.local ? (target.account ?? "default") : await connection.identityOf(target);
      return [`${whose}-${target.region}.lock`, target];
    }),
  );
  return new Map(named);
}

function takeLocks(directory: string, names: readonly string[]): FileLocks | HeldLock {
  try {
    return takeFileLocks(directory, names);
  } catch (error) {
    throw new UserError(
      `Locks cannot be written to ${directory}: ${reasonOf(error)}.`,
      "They keep two runs of wf apart. Make the directory writable, or name another one by XDG_STATE_HOME.",
      { cause: error },
    );
  }
}
