import { Box, Text } from "ink";
import type { ReactNode } from "react";
import { counted } from "../render/counted.ts";
import { printable } from "../render/printable.ts";
import type { Look } from "./theme.ts";

export interface FilePreviewProps {
  readonly text: string;
  /** The first line to show, as far as there is something below. */
  readonly top: number;
  readonly rows: number;
  readonly look: Look;
}

/** As much of a file as fits, and how much is above and below. */
export function FilePreview({ text, top, rows, look }: FilePreviewProps): ReactNode {
  const { colors } = look;
  const lines = text.replace(/\n$/, "").split("\n");
  const fits = lines.length <= rows;
  const shown = fits ? lines.length : rows - 1;
  const first = Math.min(top, lines.length - shown);
  const left = lines.length - shown - first;
  const note = [
    ...(first === 0 ? [] : [`${counted(first, "line")} above`]),
    ...(left === 0 ? [] : [`${counted(left, "line")} below`]),
  ];
  return (
    <Box flexDirection="column" paddingLeft={2}>
      {lines.slice(first, first + shown).map((line, index) => (
        <Text key={first + index} wrap="truncate">
          {line === "" ? " " : printable(line)}
        </Text>
      ))}
      {!fits && <Text>{colors.faint(note.join(", "))}</Text>}
    </Box>
  );
}
