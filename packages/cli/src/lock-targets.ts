import path from "node:path";
import type { Target } from "@wf/engine";
import { type FileLock, takeFileLock } from "@wf/engine/node";
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
): Promise<() => Promise<void>> {
  const held: FileLock[] = [];
  const release = async (): Promise<void> => {
    await Promise.all(held.splice(0).map(async (lock) => lock.release()));
  };
  const files = await lockFiles(context, targets, connection);
  for (const [file, { region }] of files) {
    const taken = await takeLock(file);
    if ("holder" in taken) {
      await release();
      const { pid, since } = taken.holder;
      throw new UserError(
        `Another run of wf is at work on ${region}: process ${pid}, since ${since}.`,
        `Wait until it is done, and run the command again. If that process is something else by now, delete the file ${shownPath(context, file)}.`,
      );
    }
    held.push(taken.lock);
  }
  return release;
}

/** One file a region of an account: two blocks that are one account share it, and are refused later. */
async function lockFiles(
  context: Context,
  targets: readonly Target[],
  connection: Connection,
): Promise<ReadonlyMap<string, Target>> {
  const directory = lockDirectory(context);
  const named = await Promise.all(
    targets.map(async (target): Promise<readonly [string, Target]> => {
      const whose = context.local ? (target.account ?? "default") : await connection.identityOf(target);
      return [path.join(directory, `${whose}-${target.region}.lock`), target];
    }),
  );
  // In one order, so that two runs of the same regions do not each hold what the other one wants.
  return new Map(named.toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

async function takeLock(file: string): ReturnType<typeof takeFileLock> {
  try {
    return await takeFileLock(file);
  } catch (error) {
    throw new UserError(
      `The lock ${file} cannot be written: ${reasonOf(error)}.`,
      "It keeps two runs of wf apart. Make its directory writable, or name another one by XDG_STATE_HOME.",
      { cause: error },
    );
  }
}
