import { describeMoved } from "./describe-moved.ts";
import { describeLive } from "./describe-state.ts";
import { liveDigest } from "./live-digest.ts";
import type { TargetPlan } from "./plan-model.ts";
import type { CallOptions, Region } from "./ports.ts";
import { StepFailure } from "./step-failure.ts";

/** So many of the things that moved are named. */
const mostNamed = 5;

/**
 * Rejects where a region is no longer as it was when it was planned: while a person read the plan, or other regions had
 * their turn, somebody may have changed it from another machine. A plan is one transition from one state.
 */
export async function checkUnmoved(plan: TargetPlan, region: Region, options: CallOptions): Promise<void> {
  const live = await region.read(options);
  if (liveDigest(live) === plan.liveDigest) return;
  const moved = describeMoved("", describeLive(plan), describeLive({ ...plan, live }));
  const paths = moved.slice(0, mostNamed).map(({ path }) => path);
  const others = moved.length - paths.length;
  const named = [...paths, ...(others > 0 ? [`${others} more`] : [])].join(", ");
  throw new StepFailure(
    "moved",
    `The region is not as it was when it was planned${named === "" ? "" : ` (${named})`}: nothing was changed.`,
  );
}
