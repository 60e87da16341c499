import { assertNever, type Workforce } from "@wf/parser";
import { liveWorkforceAttributes } from "./attributes.ts";
import { diffAttributes } from "./diff.ts";
import type { LiveWorkforce } from "./live-state.ts";
import { type Owner, ownerOf } from "./ownership.ts";
import type { Note, WorkforcePlan } from "./plan-model.ts";
import type { PlannedWorkforce } from "./plan-workforce.ts";
import { refusePreventDestroy } from "./refuse-prevent-destroy.ts";
import { withEffects } from "./workforce-effects.ts";

/** Decides about a live workforce that no block wants any more, or whose block is to be destroyed. */
export function planUnwantedWorkforce(
  stack: string,
  live: LiveWorkforce,
  destroyed: Workforce | undefined,
): PlannedWorkforce {
  const owner = ownerOf(live.tags, stack);
  const left: WorkforcePlan = {
    name: live.name,
    liveName: live.name,
    liveSubDomain: live.subDomain,
    action: "leave",
    unchanged: 0,
    changes: [],
    replaceReasons: [],
    sensitive: destroyed?.sensitive ?? new Set<string>(),
  };
  if (destroyed?.manage === "teams") return { plan: left, refusals: [], notes: [] };
  const taken = owner.kind === "unknown" && destroyed?.name === live.name;
  if (owner.kind !== "ours" && !taken) {
    return {
      plan: left,
      refusals: [],
      notes: [{ severity: "info", message: leftAlone(live, owner, destroyed) }],
    };
  }
  const changes = withEffects(diffAttributes(liveWorkforceAttributes(live), new Map()));
  const refused = destroyed?.lifecycle.preventDestroy === true;
  return {
    plan: { ...left, action: "delete", changes },
    refusals: refused ? [refusePreventDestroy(destroyed, "deleted")] : [],
    notes: owner.kind === "unknown" ? [noteUnknown(live, owner.reason)] : [],
  };
}

function noteUnknown(live: LiveWorkforce, reason: string): Note {
  const message = `Who owns workforce "${live.name}" is unknown, because its tags cannot be read (${reason}). It has the name of the block, and is deleted as ours.`;
  return { severity: "warning", message };
}

function leftAlone(
  live: LiveWorkforce,
  owner: Exclude<Owner, { readonly kind: "ours" }>,
  destroyed: Workforce | undefined,
): string {
  const unnamed = destroyed?.name === live.name ? "" : " no block names it, and";
  const what = `Workforce "${live.name}" is left alone:${unnamed}`;
  switch (owner.kind) {
    case "another-stack":
      return `${what} it belongs to stack "${owner.stack}".`;
    case "unknown":
      return `${what} its owner is unknown (${owner.reason}).`;
    case "nobody":
      return `${what} it was not made by wf.`;
    default:
      return assertNever(owner);
  }
}
