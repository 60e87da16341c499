import { type DriftView, planFormatVersion } from "@wf/engine";
import { renderJson } from "./json-text.ts";

/** Drift as data: a plan's members, and whether there is any. */
export function renderDriftJson(view: DriftView): string {
  return `${renderJson({ format_version: planFormatVersion, ...view }, 2)}\n`;
}
