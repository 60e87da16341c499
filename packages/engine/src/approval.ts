import type { Plan, Target, TargetPlan } from "./plan-model.ts";
import { isDeletion } from "./take-snapshot.ts";

/** What a plan needs before it may be applied: nothing to do, a plain yes, or the name of each live workforce that loses something. */
export type Approval =
  | { readonly kind: "nothing-to-do" }
  | { readonly kind: "yes" }
  | { readonly kind: "names"; readonly losing: readonly LosingTarget[] };

/** A target in which something live is deleted. */
export interface LosingTarget {
  readonly target: Target;
  /** What must be typed: the name of its workforce. */
  readonly workforce: string;
}

/** Deleting anything live, teams that come back included, asks for the name of the workforce that it belongs to. */
export function approvalFor(plan: Plan): Approval {
  const changed = plan.targets.filter((target) => target.steps.length > 0);
  if (changed.length === 0) return { kind: "nothing-to-do" };
  const losing = changed.filter((target) => target.steps.some(isDeletion)).map(losingTarget);
  return losing.length === 0 ? { kind: "yes" } : { kind: "names", losing };
}

function losingTarget({ live, target }: TargetPlan): LosingTarget {
  if (live.workforce === undefined)
    throw new Error(`There is no workforce in ${target.region} that could lose anything`);
  return { target, workforce: live.workforce.name };
}
