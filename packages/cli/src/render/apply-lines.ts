import type { ApplyEvent, PlanView } from "@wf/engine";
import type { Theme } from "./theme.ts";
export function renderEventLine(event: ApplyEvent, _view: PlanView, _theme: Theme): string | undefined {
  return JSON.stringify(event);
}
