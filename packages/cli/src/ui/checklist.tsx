import { Box, Text } from "ink";
import type { ReactNode } from "react";
import type { Outcome } from "../doctor/doctor-check.ts";
import { type DoctorState, doctorTotals, grouped, type Item } from "../doctor/doctor-state.ts";
import { counted } from "../render/counted.ts";
import { outcomeText, paintOf } from "../render/doctor-text.ts";
import { printable } from "../render/printable.ts";
import { wrapWords } from "../render/wrap-words.ts";
import { checklistWindow } from "./checklist-window.ts";
import type { ScreenSize } from "./lane-window.ts";
import type { Look } from "./theme.ts";

export interface ChecklistProps {
  readonly state: DoctorState;
  readonly frame: number;
  readonly size: ScreenSize;
  readonly look: Look;
}

/** The checks under their headings; where they do not fit, what is still open or not as it must be. */
export function Checklist({ state, frame, size, look }: ChecklistProps): ReactNode {
  const { colors, signs } = look;
  const names = Math.max(0, ...state.items.map(({ check }) => check.name.length));
  const textColumns = size.columns - names - 7;
  const { shown, hidden } = checklistWindow(
    state.items,
    size.rows,
    (item) => linesOf(item, textColumns).length,
  );
  const { checks, failed, open, "not-made": notMade } = doctorTotals(state);
  const totals = [
    `${checks - open} of ${counted(checks, "check")}`,
    ...(failed === 0 ? [] : [colors.error(`${failed} failed`)]),
    ...(notMade === 0 ? [] : [colors.warning(`${notMade} not made`)]),
    ...(hidden === 0 ? [] : [`${hidden} not shown`]),
    "Ctrl-C leaves",
  ];
  return (
    <Box flexDirection="column">
      {grouped(shown, ({ check }) => printable(check.heading)).map(([heading, items]) => (
        <Box key={heading} flexDirection="column">
          <Text wrap="truncate">{colors.strong(heading)}</Text>
          {items.map((item) => (
            <Box key={item.check.name}>
              <Box flexShrink={0} width={names + 6}>
                <Text>{`  ${signOf(item.state, frame, look)} ${item.check.name}`}</Text>
              </Box>
              <Text>{linesOf(item, textColumns).map(brightness(item, look)).join("\n")}</Text>
            </Box>
          ))}
        </Box>
      ))}
      <Text wrap="truncate">{colors.faint(totals.join(` ${signs.separator} `))}</Text>
    </Box>
  );
}

function linesOf({ check, state }: Item, columns: number): readonly string[] {
  const text = typeof state === "string" ? check.asks.replace(/^that /, "") : outcomeText(state);
  // An ARN may be longer than a narrow screen is wide.
  return wrapWords(text, columns).flatMap((line) => line.match(new RegExp(`.{1,${columns}}`, "gsu")) ?? [""]);
}

/** What asks for no attention stands back. */
function brightness({ state }: Item, { colors }: Look): (line: string) => string {
  const isLoud = typeof state === "object" && (state.kind === "failed" || state.kind === "not-made");
  return isLoud ? (line) => line : colors.faint;
}

function signOf(state: Item["state"], frame: number, { colors, signs, still }: Look): string {
  if (state === "waiting") return colors.faint(signs.waiting);
  if (state === "running")
    return still ? signs.waiting : (signs.spinner[frame % signs.spinner.length] ?? signs.waiting);
  const drawn: Readonly<Record<Outcome["kind"], string>> = {
    passed: signs.done,
    failed: signs.failed,
    "not-made": signs.impact,
    skipped: signs.barLeft,
  };
  return paintOf(state.kind, colors)(drawn[state.kind]);
}
