import { Box, Text } from "ink";
import type { ReactNode } from "react";
import { wrapWords } from "../render/wrap-words.ts";
import type { Look } from "./theme.ts";

export interface ChoiceListProps {
  readonly choices: readonly { readonly value: string; readonly means: string }[];
  readonly chosen: string;
  readonly width: number;
  readonly look: Look;
}

/** A few possible answers, the chosen one marked by more than a colour. */
export function ChoiceList({ choices, chosen, width, look }: ChoiceListProps): ReactNode {
  const { colors, signs } = look;
  const column = Math.max(...choices.map(({ value }) => value.length)) + 2;
  return (
    <Box flexDirection="column">
      {choices.map(({ value, means }) => {
        const isChosen = value === chosen;
        const name = value.padEnd(column);
        return (
          <Box key={value}>
            <Box flexShrink={0}>
              <Text>{`${isChosen ? signs.here : " "} ${isChosen ? colors.strong(name) : name}`}</Text>
            </Box>
            <Text>
              {wrapWords(means, width - column - 2)
                .map(colors.faint)
                .join("\n")}
            </Text>
          </Box>
        );
      })}
    </Box>
  );
}
