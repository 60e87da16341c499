import { assertNever } from "@wf/parser";
import type { Outcome } from "../doctor/doctor-check.ts";
import { type DoctorState, doctorTotals, type Item } from "../doctor/doctor-state.ts";
import { counted } from "./counted.ts";
import { printable } from "./printable.ts";
import type { Theme } from "./theme.ts";
import { wrapAfter } from "./wrap-words.ts";

/** How each outcome is named, in words that stand in a column. */
const words: Readonly<Record<Outcome["kind"], string>> = {
  passed: "ok",
  failed: "FAILED",
  "not-made": "not made",
  skipped: "skipped",
};

/** The lines of the checks from one in the list to before another, each place under its heading. */
export function doctorLines(
  { items }: DoctorState,
  from: number,
  to: number,
  theme: Theme,
  width: number,
): readonly string[] {
  const names = Math.max(0, ...items.map(({ check }) => check.name.length));
  return items.slice(from, to).flatMap((item, offset) => {
    const before = items[from + offset - 1];
    const heading = printable(item.check.heading);
    const isNew = before === undefined || before.check.heading !== item.check.heading;
    const lines = itemLines(item, names, theme, width);
    return isNew ? [...(before === undefined ? [] : [""]), theme.strong(heading), ...lines] : lines;
  });
}

function itemLines({ check, state }: Item, names: number, theme: Theme, width: number): readonly string[] {
  if (typeof state === "string") return [];
  const lead = `  ${words[state.kind].padEnd(8)}  ${check.name.padEnd(names)}  `;
  const [first = "", ...others] = wrapAfter(lead, outcomeText(state), width);
  return [`${paintOf(state.kind, theme)(first.slice(0, lead.length))}${first.slice(lead.length)}`, ...others];
}

/** What came of a check, in sentences that are safe to show. */
export function outcomeText(outcome: Outcome): string {
  return printable(outcome.kind === "failed" ? `${outcome.message} ${outcome.help}` : outcome.message);
}

/** The colour of an outcome. */
export function paintOf(kind: Outcome["kind"], theme: Theme): Theme["good"] {
  switch (kind) {
    case "passed":
      return theme.good;
    case "failed":
      return theme.error;
    case "not-made":
      return theme.warning;
    case "skipped":
      return theme.faint;
    default:
      return assertNever(kind);
  }
}

/** What it comes to. */
export function doctorSummary(state: DoctorState, theme: Theme): string {
  const { checks, failed, passed, skipped, "not-made": notMade } = doctorTotals(state);
  const rest = [
    ...(notMade === 0 ? [] : [`${notMade} could not be made`]),
    ...(skipped === 0 ? [] : [`${skipped} skipped`]),
  ];
  const others = rest.length === 0 ? "" : `; ${rest.join(", ")}`;
  return failed > 0
    ? `${theme.error(`${failed} of ${counted(checks, "check")} failed`)}${others}.`
    : `${theme.good(`${counted(passed, "check")} passed`)}${others}.`;
}
