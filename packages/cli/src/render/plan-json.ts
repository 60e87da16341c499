import { planFormatVersion, type PlanView } from "@wf/engine";

/** A plan as data: the same content as in text, in a stable order. */
export function renderPlanJson(view: PlanView): string {
  return `${JSON.stringify(planJson(view), undefined, 2)}\n`;
}

/** The document that `--format json` prints. */
export function planJson(view: PlanView): object {
  return { format_version: planFormatVersion, ...view };
}
