import type { LiveRegion } from "./live-state.ts";
import type { CallOptions, Clock, Region } from "./ports.ts";

/** Whether AWS is at work on the region's workforce, so that nothing can be changed. */
export function isBusy(live: LiveRegion): boolean {
  const status = live.workforce?.status;
  return status === "Initializing" || status === "Updating" || status === "Deleting";
}

const firstPause = 250;
const longestPause = 10_000;

/**
 * Reads a region until AWS is not at work on it, and resolves to what it is then; to what it still is when the time
 * is up. `onWaiting` is told the status each time before a pause.
 */
export async function readSettled(
  region: Region,
  clock: Clock,
  timeoutMilliseconds: number,
  onWaiting: (status: string) => void,
  options: CallOptions = {},
): Promise<LiveRegion> {
  const deadline = clock.now() + timeoutMilliseconds;
  for (let pause = firstPause; ; pause = Math.min(pause * 1.5, longestPause)) {
    const live = await region.read(options);
    if (!isBusy(live) || clock.now() + pause > deadline) return live;
    onWaiting(live.workforce?.status ?? "");
    await clock.sleep(pause, options.signal);
  }
}
