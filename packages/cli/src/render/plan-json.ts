import { planFormatVersion, type PlanView } from "@wf/engine";
import { renderJson } from "./json-text.ts";

/** A plan as data: the same content as in text, in a stable order. */
export function renderPlanJson(view: PlanView): string {
  return `${renderJson(planJson(view), 2)}\n`;
}

/** The document that `--format json` prints. */
export function planJson(view: PlanView): PlanView & { readonly format_version: string } {
  return { format_version: planFormatVersion, ...view };
}
