import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "../../ports.ts";

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (milliseconds, signal) => {
    try {
      await sleep(milliseconds, undefined, signal === undefined ? {} : { signal });
    } catch (error) {
      // Node rejects with an AbortError of its own; callers know the signal's reason.
      throw signal?.aborted === true ? signal.reason : error;
    }
  },
};
