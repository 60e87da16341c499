import { Box, Text } from "ink";
import type { ReactNode } from "react";
import { failureHelp } from "../render/failure-help.ts";
import { laneVerdict } from "../render/lane-text.ts";
import type { Lane } from "./progress-state.ts";
import type { Look } from "./theme.ts";

export interface EndedLaneProps {
  readonly lane: Lane;
  readonly look: Look;
}

/** A lane that is over, folded into a line. */
export function EndedLane({ lane, look }: EndedLaneProps): ReactNode {
  const { colors, signs } = look;
  const sign = lane.status === "done" ? colors.good(signs.done) : colors.warning(signs.stopped);
  const address = lane.address === undefined ? "" : `  ${lane.address}`;
  return <Text>{`${sign} ${colors.strong(lane.place)}${address}  ${colors.faint(laneVerdict(lane))}`}</Text>;
}

/** A lane that failed stays open: the step, the reason in AWS's words, and what to do. */
export function FailedLane({ lane, look }: EndedLaneProps): ReactNode {
  const { colors, signs } = look;
  const { failure } = lane;
  const address = lane.address === undefined ? "" : `  ${lane.address}`;
  return (
    <Box flexDirection="column">
      <Text>
        {`${colors.error(signs.failed)} ${colors.strong(lane.place)}${address}  ${colors.error(laneVerdict(lane))}`}
      </Text>
      {failure !== undefined && (
        <Box flexDirection="column" paddingLeft={2}>
          <Text>{failure.message}</Text>
          <Text>{colors.faint(failureHelp[failure.reason])}</Text>
        </Box>
      )}
    </Box>
  );
}
