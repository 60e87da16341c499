import { Box, Text } from "ink";
import type { ReactNode } from "react";
import { clock } from "../render/duration.ts";
import { failureHelp } from "../render/failure-help.ts";
import { laneVerdict } from "../render/lane-text.ts";
import { laneIndent, type LaneLayout, LaneName } from "./lane-name.tsx";
import { Paragraph } from "./paragraph.tsx";
import type { Lane } from "../progress/progress-state.ts";
import type { Look } from "./theme.ts";

export interface EndedLaneProps {
  readonly lane: Lane;
  readonly layout: LaneLayout;
  readonly look: Look;
}

/** A lane that is over, folded into a line. */
export function EndedLane({ lane, layout, look }: EndedLaneProps): ReactNode {
  const { colors, signs } = look;
  const sign = lane.status === "done" ? colors.good(signs.done) : colors.warning(signs.stopped);
  return (
    <Box>
      <Box flexShrink={0}>
        <Text>{`${sign} ${colors.faint(clock(lane.elapsed ?? 0).padStart(5))}  `}</Text>
      </Box>
      <LaneName lane={lane} layout={layout} look={look} rest={colors.faint(laneVerdict(lane))} />
    </Box>
  );
}

/** A lane that failed stays open: the step, the reason in AWS's words, and what to do. */
export function FailedLane({ lane, layout, look }: EndedLaneProps): ReactNode {
  const { colors, signs } = look;
  const { failure } = lane;
  const width = layout.columns - laneIndent;
  return (
    <Box flexDirection="column">
      <Box>
        <Box flexShrink={0}>
          <Text>{`${colors.error(signs.failed)} ${colors.faint(clock(lane.elapsed ?? 0).padStart(5))}  `}</Text>
        </Box>
        <LaneName lane={lane} layout={layout} look={look} />
      </Box>
      <Box flexDirection="column" paddingLeft={laneIndent}>
        <Paragraph text={laneVerdict(lane)} width={width} paint={colors.error} />
        {failure !== undefined && (
          <>
            <Paragraph text={failure.message} width={width} />
            <Paragraph text={failureHelp[failure.reason]} width={width} paint={colors.faint} />
          </>
        )}
      </Box>
    </Box>
  );
}
