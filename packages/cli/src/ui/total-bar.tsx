import { Box, Text } from "ink";
import type { ReactNode } from "react";
import { counted } from "../render/counted.ts";
import { clock } from "../render/duration.ts";
import type { ProgressState } from "../progress/progress-state.ts";
import { totalsOf } from "../progress/progress-totals.ts";
import type { Look } from "./theme.ts";

export interface TotalBarProps {
  readonly state: ProgressState;
  readonly columns: number;
  readonly look: Look;
}

/** How far the whole run is: a bar over the steps, and counts. */
export function TotalBar({ state, columns, look }: TotalBarProps): ReactNode {
  const { colors, signs, still } = look;
  const totals = totalsOf(state);
  const width = columns < 70 ? 4 : columns < 100 ? 8 : columns < 120 ? 16 : 30;
  const filled = totals.steps === 0 ? 0 : Math.floor((totals.stepsDone / totals.steps) * width);
  const bar = `${colors.good(signs.barDone.repeat(filled))}${colors.faint(signs.barLeft.repeat(width - filled))}`;
  const counts = [
    ...(still ? [] : [clock(state.now - state.startedAt)]),
    `${totals.stepsDone}/${counted(totals.steps, "step")}`,
    `${totals.done}/${counted(totals.targets, "region")}`,
    ...(totals.failed === 0 ? [] : [colors.error(`${totals.failed} failed`)]),
    ...(totals.stopped === 0 ? [] : [colors.warning(`${totals.stopped} stopped`)]),
    ...(totals.waiting === 0 ? [] : [`${totals.waiting} to come`]),
  ];
  return (
    <Box>
      <Box flexShrink={0} marginRight={2}>
        <Text aria-hidden>{bar}</Text>
      </Box>
      <Text wrap="truncate">{counts.join(` ${signs.separator} `)}</Text>
    </Box>
  );
}
