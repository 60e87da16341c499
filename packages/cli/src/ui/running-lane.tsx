import { Box, Text } from "ink";
import type { ReactNode } from "react";
import { clock } from "../render/duration.ts";
import { isWide } from "./lane-window.ts";
import type { Lane } from "./progress-state.ts";
import type { Look } from "./theme.ts";

export interface RunningLaneProps {
  readonly lane: Lane;
  readonly now: number;
  readonly columns: number;
  /** The columns that the longest name of a lane takes. */
  readonly nameWidth: number;
  readonly look: Look;
}

/** A lane at work: sign, elapsed time, region and address, and what is going on; in two rows where it is narrow. */
export function RunningLane({ lane, now, columns, nameWidth, look }: RunningLaneProps): ReactNode {
  const { signs, still } = look;
  const sign = still ? signs.waiting : (signs.spinner[Math.floor(now / 100) % signs.spinner.length] ?? "");
  const time = still ? "" : `${clock(now - (lane.startedAt ?? now)).padStart(5)}  `;
  const name = <LaneName lane={lane} look={look} />;
  const activity = <Activity lane={lane} look={look} />;
  const lead = (
    <Box flexShrink={0}>
      <Text aria-hidden>{`${look.colors.change(sign)} `}</Text>
      <Text>{look.colors.faint(time)}</Text>
    </Box>
  );
  if (isWide(columns)) {
    return (
      <Box>
        {lead}
        <Box width={Math.min(nameWidth, columns - 50)} marginRight={2} flexShrink={0}>
          {name}
        </Box>
        {activity}
      </Box>
    );
  }
  return (
    <Box flexDirection="column">
      <Box>
        {lead}
        {name}
      </Box>
      <Box paddingLeft={2 + time.length}>{activity}</Box>
    </Box>
  );
}

function LaneName({ lane, look }: { readonly lane: Lane; readonly look: Look }): ReactNode {
  const address = lane.address === undefined ? "" : `  ${lane.address}`;
  return <Text wrap="truncate">{`${look.colors.strong(lane.place)}${address}`}</Text>;
}

function Activity({ lane, look }: { readonly lane: Lane; readonly look: Look }): ReactNode {
  const { colors, signs } = look;
  const at = `${lane.step}/${lane.titles.length}`;
  const parts = [
    lane.titles[lane.step - 1] ?? "",
    ...(lane.waitingStatus === undefined ? [] : [colors.strong(lane.waitingStatus)]),
    ...(lane.retry === undefined
      ? []
      : [colors.warning(`again after attempt ${lane.retry.attempt}: ${lane.retry.reason}`)]),
  ];
  return <Text wrap="truncate">{`${colors.faint(at)}  ${parts.join(` ${signs.separator} `)}`}</Text>;
}
