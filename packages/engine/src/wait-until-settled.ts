import type { LiveRegion, LiveWorkforce } from "./live-state.ts";
import type { CallOptions, Clock, Region } from "./ports.ts";

/** Whether AWS is at work on a workforce, so that nothing can be changed. */
export function isBusy(workforce: Pick<LiveWorkforce, "status"> | undefined): boolean {
  const status = workforce?.status;
  return status === "Initializing" || status === "Updating" || status === "Deleting";
}

const firstPause = 250;
const longestPause = 10_000;

/** How long to wait between two looks at what AWS is at work on, in milliseconds: longer than the last time, to a bound. */
export function pauseAfter(last: number | undefined): number {
  return last === undefined ? firstPause : Math.min(last * 1.5, longestPause);
}

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
  for (let pause = pauseAfter(undefined); ; pause = pauseAfter(pause)) {
    const live = await region.read(options);
    if (!isBusy(live.workforce) || clock.now() + pause > deadline) return live;
    onWaiting(live.workforce?.status ?? "");
    await clock.sleep(pause, options.signal);
  }
}
