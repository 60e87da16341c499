import type { PlanView, ResourceView, TargetView } from "@wf/engine";

/** The regions that a reader must see, and how many there are beyond them. */
export function shownTargets({ targets }: Pick<PlanView, "targets">): {
  readonly shown: readonly TargetView[];
  readonly quiet: number;
} {
  const shown = targets.filter((target) => target.action !== "none" || target.notes.length > 0);
  return { shown, quiet: targets.length - shown.length };
}

/** The resources of a region that change; of a refused region only what leads to the refusal: what is deleted, and what for. */
export function changedResources({ action, resources }: TargetView): readonly ResourceView[] {
  const changed = resources.filter((resource) => resource.action !== "none" && resource.action !== "leave");
  if (action === "busy") return [];
  if (action !== "refused") return changed;
  const deleted = changed.find((resource) => resource.action === "replace" || resource.action === "delete");
  if (deleted === undefined) return [];
  return changed.filter((resource) => resource === deleted || resource.type === "workforce");
}
