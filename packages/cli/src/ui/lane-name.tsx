import { Text } from "ink";
import type { ReactNode } from "react";
import type { Lane, ProgressState } from "../progress/progress-state.ts";
import { padded, widest } from "../render/columns.ts";
import type { Look } from "./theme.ts";

/** How much room the lanes of a run have, decided once for all of them. */
export interface LaneLayout {
  readonly columns: number;
  /** What a lane is doing stands beside its name, and the names in columns; otherwise beneath it. */
  readonly wide: boolean;
  readonly place: number;
  readonly address: number;
}

/** The room that what a lane is doing needs. */
const activityColumns = 48;

/** The layout for a screen as wide as this. */
export function laneLayout({ lanes }: ProgressState, columns: number): LaneLayout {
  const place = widest(lanes.map((lane) => lane.place));
  const address = widest(lanes.map((lane) => lane.address ?? ""));
  return { columns, wide: laneIndent + place + address + activityColumns <= columns, place, address };
}

/** The columns of a lane's sign and clock. */
export const laneIndent = 9;

export interface LaneNameProps {
  readonly lane: Lane;
  readonly layout: LaneLayout;
  readonly look: Look;
  /** What stands behind the name. */
  readonly rest?: string;
}

/** Region and address, cut where the row ends. */
export function LaneName({ lane, layout, look, rest = "" }: LaneNameProps): ReactNode {
  const { colors } = look;
  const fill = (text: string, width: number): string => (layout.wide ? padded(text, width) : text);
  const place = fill(lane.place, layout.place);
  const address = fill(lane.address ?? "", layout.address);
  return (
    <Text wrap="truncate">{`${colors.strong(place)}  ${address}${rest === "" ? "" : `  ${rest}`}`}</Text>
  );
}
