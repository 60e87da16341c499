import { isBusy, isOurs, judgeLooks, type Look, RemoteError, type Target } from "@wf/engine";
import type { TargetInput } from "@wf/engine";
import pMap from "p-map";

/** How regions are read. */
export interface Looking {
  readonly stack: string;
  readonly read: (target: Target) => Promise<TargetInput["live"]>;
  /** Reads once AWS is done with a workforce; none where nobody waits. */
  readonly settle: ((target: Target) => Promise<TargetInput["live"]>) | undefined;
  readonly concurrency: number;
}

/**
 * Looks into regions that nothing names, for workforces of the stack; `answering` are the accounts that are known to
 * answer. For what is not the stack's nobody waits.
 */
export async function lookEverywhere(
  targets: readonly Target[],
  answering: ReadonlySet<string | undefined>,
  { stack, read, settle, concurrency }: Looking,
): Promise<ReturnType<typeof judgeLooks>> {
  const looks = await pMap(
    targets,
    async (target) =>
      lookAt(target, async () => {
        const live = await read(target);
        const waits = settle !== undefined && isOurs(stack, live) && isBusy(live.workforce);
        return waits ? settle(target) : live;
      }),
    { concurrency },
  );
  return judgeLooks(stack, looks, answering);
}

/** What is found in a region, or why it cannot be read. */
export async function lookAt(target: Target, read: () => Promise<TargetInput["live"]>): Promise<Look> {
  try {
    return { target, found: await read() };
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    return { target, found: error };
  }
}
