import type { Moved, PlanView } from "@wf/engine";
import type { Staleness } from "../saved-plan.ts";
import { clip } from "./clip.ts";
import { padded, widest } from "./columns.ts";
import { renderPlanText } from "./plan-text.ts";
import { printable } from "./printable.ts";
import type { Theme } from "./theme.ts";
import { defaultWidth } from "./width.ts";
import { wrapAfter } from "./wrap-words.ts";

/** Why a saved plan is not applied: what moved since it was made, and what a plan would be now. */
export function renderStaleness({ message, moved }: Staleness, view: PlanView, theme: Theme): string {
  const blocks = [...Map.groupBy(moved, ({ where }) => where)].map(([where, group]) =>
    [`  ${theme.strong(printable(where))}`, ...renderGroup(group, theme)].join("\n"),
  );
  const hidden =
    "What differs is not shown in plans: a secret, a sensitive value, or something that says nothing to a reader.";
  return [
    wrapAfter(`${theme.error("Error:")} `, printable(message), defaultWidth).join("\n"),
    ...(blocks.length === 0 ? [hidden] : blocks),
    "Nothing was changed. Have a new plan reviewed; it would now be:",
    renderPlanText(view, theme),
  ].join("\n\n");
}

function renderGroup(group: readonly Moved[], theme: Theme): readonly string[] {
  const width = widest(group.map(({ path }) => printable(path)));
  return group.map(({ after, before, path }) => {
    const name = padded(printable(path), width);
    if (before === undefined) return `    ${theme.add("+")} ${name} = ${shown(after ?? "")}`;
    if (after === undefined) return `    ${theme.remove("-")} ${name} = ${shown(before)}`;
    return `    ${theme.change("~")} ${name} = ${shown(before)} -> ${shown(after)}`;
  });
}

function shown(text: string): string {
  return clip(printable(text));
}
