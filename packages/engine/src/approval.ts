import type { Plan } from "./plan-model.ts";

/** What a plan needs before it may be applied: nothing to do, a plain yes, or the name of each live workforce that loses something. */
export type Approval =
  | { readonly kind: "nothing-to-do" }
  | { readonly kind: "yes" }
  | { readonly kind: "names"; readonly names: readonly string[] };

/** Deleting anything live, teams that come back included, asks for the name of the workforce that it belongs to. */
export function approvalFor(plan: Plan): Approval {
  const changed = plan.targets.filter((target) => target.steps.length > 0);
  if (changed.length === 0) return { kind: "nothing-to-do" };
  const losing = changed.filter((target) =>
    target.steps.some(
      (step) =>
        step.kind === "call" &&
        (step.call.operation === "DeleteWorkforce" || step.call.operation === "DeleteWorkteam"),
    ),
  );
  if (losing.length === 0) return { kind: "yes" };
  return { kind: "names", names: losing.flatMap((target) => target.live.workforce?.name ?? []) };
}
