import { Box, Text } from "ink";
import type { ReactNode } from "react";
import { wrapWords } from "../render/wrap-words.ts";

export interface ParagraphProps {
  readonly text: string;
  readonly width: number;
  /** A sign before the first line; the others are indented to it. */
  readonly sign?: string;
  readonly paint?: (line: string) => string;
}

/** Prose in whole words. Ink's own wrapping leaves the blank at which it breaks a line on the next one. */
export function Paragraph({ text, width, sign = "", paint = (line) => line }: ParagraphProps): ReactNode {
  return (
    <Box>
      {sign !== "" && (
        <Box flexShrink={0} marginRight={1}>
          <Text>{sign}</Text>
        </Box>
      )}
      <Text>{wrapWords(text, width).map(paint).join("\n")}</Text>
    </Box>
  );
}
