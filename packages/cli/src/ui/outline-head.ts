import type { ResourceAction, TargetView } from "@wf/engine";
import { padded, widest } from "../render/columns.ts";
import { counted } from "../render/counted.ts";
import { regionOf } from "../render/place-list.ts";
import { printable } from "../render/printable.ts";
import type { Mark } from "../render/resource-lines.ts";
import { paintMark } from "../render/target-text.ts";
import type { Theme } from "../render/theme.ts";
import type { Look } from "./theme.ts";

/** From this width on, the address of the block stands beside its region. */
const roomForAddress = 76;

/** How the line that stands for a region is made: sign, place and address in columns, verdict, and counts. */
export function outlineHeads(
  targets: readonly TargetView[],
  look: Look,
  width: number,
): (target: TargetView) => string {
  const { colors, signs } = look;
  const places = column(targets.map(regionOf));
  const addresses =
    width < roomForAddress ? 0 : column(targets.map(({ address = "" }) => printable(address)));
  return (target) => {
    const { address = "", steps } = target;
    const warnings = target.notes.filter(({ severity }) => severity === "warning").length;
    const parts = [
      `${signOf(target, look)} ${colors.strong(padded(regionOf(target), places))}`,
      ...(addresses === 0 ? [] : [padded(printable(address), addresses)]),
      verdictOf(target, colors),
      ...countsOf(target, colors),
      ...(steps.length === 0 ? [] : [colors.faint(counted(steps.length, "step"))]),
      ...(warnings === 0 ? [] : [colors.warning(`${signs.impact} ${counted(warnings, "warning")}`)]),
    ];
    return parts.join("  ");
  };
}

const longestColumn = 40;

function column(texts: readonly string[]): number {
  return Math.min(longestColumn, widest(texts));
}

const actionMarks: Readonly<Record<TargetView["action"], Mark>> = {
  none: " ",
  create: "+",
  update: "~",
  adopt: "~",
  replace: "-/+",
  delete: "-",
  busy: " ",
  refused: " ",
};

function signOf({ action }: TargetView, { colors, signs }: Look): string {
  const mark = actionMarks[action];
  if (action === "refused") return colors.error(`  ${signs.failed}`);
  return action === "busy" ? colors.warning(`  ${signs.waiting}`) : paintMark(mark, colors, mark.padStart(3));
}

function verdictOf({ action, verdict }: TargetView, colors: Theme): string {
  if (action === "refused") return colors.error(verdict);
  return action === "busy" ? colors.warning("busy") : verdict;
}

const countedMarks: readonly (readonly [Mark, readonly ResourceAction[]])[] = [
  ["+", ["create"]],
  ["~", ["update", "adopt"]],
  ["-/+", ["replace"]],
  ["-", ["delete"]],
];

/** Workforce and work teams by what happens to them: `+1 ~2`. */
function countsOf({ resources, steps }: TargetView, colors: Theme): readonly string[] {
  if (steps.length === 0) return [];
  const counts = countedMarks.flatMap(([mark, actions]) => {
    const count = resources.filter(({ action }) => actions.includes(action)).length;
    return count === 0 ? [] : [paintMark(mark, colors, `${mark}${count}`)];
  });
  return counts.length === 0 ? [] : [counts.join(" ")];
}
