import { Box, Static, Text } from "ink";
import type { ReactNode } from "react";
import { EndedLane, FailedLane } from "./ended-lane.tsx";
import { laneLayout } from "./lane-name.tsx";
import { fitLanes, type ScreenSize } from "./lane-window.ts";
import type { ProgressState } from "../progress/progress-state.ts";
import { RunningLane } from "./running-lane.tsx";
import type { Look } from "./theme.ts";
import { TotalBar } from "./total-bar.tsx";

export interface ProgressProps {
  readonly state: ProgressState;
  readonly size: ScreenSize;
  /** The user has asked to stop. */
  readonly stopping: boolean;
  readonly look: Look;
}

/** A run as it goes: what is over scrolls away upwards, what is at work and what failed stays. */
export function Progress(props: ProgressProps): ReactNode {
  return (
    <>
      <FoldedLanes {...props} />
      <LiveLanes {...props} />
    </>
  );
}

/** The lanes that are over: written once and then left to the scrollback. */
function FoldedLanes({ state, size, look }: ProgressProps): ReactNode {
  const layout = laneLayout(state, size.columns);
  const lanes = state.ended.flatMap((place) => state.lanes[place] ?? []);
  return (
    <Static items={lanes.filter(({ status }) => status !== "failed")} style={{ width: size.columns }}>
      {(lane) => <EndedLane key={lane.key} lane={lane} layout={layout} look={look} />}
    </Static>
  );
}

/** The part that is drawn again and again. */
export function LiveLanes({ state, size, stopping, look }: ProgressProps): ReactNode {
  const { colors } = look;
  const layout = laneLayout(state, size.columns);
  const { failed, hiddenFailed, hiddenRunning, running } = fitLanes(state, size.rows, layout);
  return (
    <Box flexDirection="column">
      {running.map((lane) => (
        <RunningLane key={lane.key} lane={lane} now={state.now} layout={layout} look={look} />
      ))}
      {hiddenRunning > 0 && <Text>{colors.faint(`  and ${hiddenRunning} more at work`)}</Text>}
      {failed.map((lane) => (
        <FailedLane key={lane.key} lane={lane} layout={layout} look={look} />
      ))}
      {hiddenFailed > 0 && (
        <Text>{colors.error(`  and ${hiddenFailed} more failed, told in full at the end`)}</Text>
      )}
      <Box marginTop={1}>
        <TotalBar state={state} columns={size.columns} look={look} />
      </Box>
      <Text>
        {stopping
          ? colors.warning("Finishing the running calls; Ctrl-C again leaves now.")
          : colors.faint("Ctrl-C finishes the running calls and stops.")}
      </Text>
    </Box>
  );
}
