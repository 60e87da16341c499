import { type PlanView, targetKey } from "@wf/engine";

/** A plan's view without the targets of these keys; its totals are still the whole plan's. */
export function withoutTargets(view: PlanView, leftOut: ReadonlySet<string>): PlanView {
  if (leftOut.size === 0) return view;
  const targets = view.targets.filter(({ account, region }) => !leftOut.has(targetKey({ account, region })));
  return { ...view, targets };
}
