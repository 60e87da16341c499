import path from "node:path";
import type { Target } from "@wf/engine";
import { type FileLock, takeFileLock } from "@wf/engine/node";
import type { Context } from "./context.ts";
import { UserError } from "./user-error.ts";

/** Keeps other runs of this configuration away from these targets; gives the way to let them in again. */
export async function lockTargets(
  context: Context,
  targets: readonly Target[],
): Promise<() => Promise<void>> {
  const held: FileLock[] = [];
  const release = async (): Promise<void> => {
    await Promise.all(held.splice(0).map(async (lock) => lock.release()));
  };
  for (const { account, region } of targets) {
    const file = path.join(context.directory, ".wf", "locks", `${account ?? "default"}-${region}.lock`);
    const taken = await takeFileLock(file);
    if ("holder" in taken) {
      await release();
      const { pid, since } = taken.holder;
      throw new UserError(
        `Another run of wf is at work on ${region}: process ${pid}, since ${since}.`,
        "Wait until it is done, and run the command again. If that process is something else by now, delete the file " +
          `${path.relative(context.io.workingDirectory, file)}.`,
      );
    }
    held.push(taken.lock);
  }
  return release;
}
