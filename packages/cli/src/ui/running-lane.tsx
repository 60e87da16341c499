import { Box, Text } from "ink";
import type { ReactNode } from "react";
import { clock } from "../render/duration.ts";
import { LaneName, type LaneLayout } from "./lane-name.tsx";
import type { Lane } from "../progress/progress-state.ts";
import type { Look } from "./theme.ts";

export interface RunningLaneProps {
  readonly lane: Lane;
  readonly now: number;
  readonly layout: LaneLayout;
  readonly look: Look;
}

/** A lane at work: sign, elapsed time, region and address, and what is going on; in two rows where it is narrow. */
export function RunningLane({ lane, now, layout, look }: RunningLaneProps): ReactNode {
  const { colors, signs, still } = look;
  const sign = still ? signs.waiting : signs.spinner[Math.floor(now / 100) % signs.spinner.length];
  const time = still ? "" : `${clock(now - (lane.startedAt ?? now)).padStart(5)}  `;
  const activity = activityOf(lane, look);
  return (
    <Box>
      <Box flexShrink={0}>
        <Text aria-hidden>{`${colors.change(sign ?? "")} `}</Text>
        <Text>{colors.faint(time)}</Text>
      </Box>
      {layout.wide ? (
        <LaneName lane={lane} layout={layout} look={look} rest={activity} />
      ) : (
        <Box flexDirection="column">
          <LaneName lane={lane} layout={layout} look={look} />
          <Text wrap="truncate">{activity}</Text>
        </Box>
      )}
    </Box>
  );
}

function activityOf({ retry, step, titles, waitingStatus }: Lane, { colors, signs }: Look): string {
  const parts = [
    titles[step - 1] ?? "",
    ...(waitingStatus === undefined ? [] : [colors.strong(waitingStatus)]),
    ...(retry === undefined ? [] : [colors.warning(`retry ${retry.attempt}: ${retry.reason}`)]),
  ];
  return `${colors.faint(`${step}/${titles.length}`)}  ${parts.join(` ${signs.separator} `)}`;
}
