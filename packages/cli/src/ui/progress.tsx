import { Box, Static, Text } from "ink";
import type { ReactNode } from "react";
import { EndedLane, FailedLane } from "./ended-lane.tsx";
import { fitLanes, type ScreenSize } from "./lane-window.ts";
import type { Lane, ProgressState } from "./progress-state.ts";
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
export function Progress({ state, size, stopping, look }: ProgressProps): ReactNode {
  const { colors } = look;
  const { failed, hiddenFailed, hiddenRunning, running } = fitLanes(state, size);
  const nameWidth = Math.max(0, ...running.map(widthOf));
  return (
    <>
      <FoldedLanes state={state} look={look} />
      <Box flexDirection="column" width={size.columns}>
        {running.map((lane) => (
          <RunningLane
            key={lane.key}
            lane={lane}
            now={state.now}
            columns={size.columns}
            nameWidth={nameWidth}
            look={look}
          />
        ))}
        {hiddenRunning > 0 && <Text>{colors.faint(`  and ${hiddenRunning} more at work`)}</Text>}
        {failed.map((lane) => (
          <FailedLane key={lane.key} lane={lane} look={look} />
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
    </>
  );
}

/** Written once and then left to the scrollback. */
function FoldedLanes({ state, look }: Pick<ProgressProps, "state" | "look">): ReactNode {
  const lanes = state.ended
    .map((key) => state.lanes.get(key))
    .filter((lane) => lane !== undefined && lane.status !== "failed");
  return (
    <Static items={[...lanes]}>
      {(lane) => lane && <EndedLane key={lane.key} lane={lane} look={look} />}
    </Static>
  );
}

function widthOf({ address, place }: Lane): number {
  return place.length + (address === undefined ? 0 : address.length + 2);
}
