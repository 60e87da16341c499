import { Text } from "ink";
import type { ReactNode } from "react";
import stringWidth from "fast-string-width";
import type { Line } from "../init/line.ts";
import { firstCharacter } from "../typed-text.ts";
import type { Look } from "./theme.ts";

export interface LineInputProps {
  readonly line: Line;
  /** What an empty line stands for. */
  readonly placeholder: string;
  readonly columns: number;
  readonly look: Look;
}

/** A line being typed with its cursor; where it is too long, the part around the cursor. */
export function LineInput({ line, placeholder, columns, look }: LineInputProps): ReactNode {
  const { colors, signs } = look;
  if (line.text === "") return <Text wrap="truncate">{`${signs.cursor}${colors.faint(placeholder)}`}</Text>;
  const before = lastColumns(line.text.slice(0, line.cursor), columns - 1);
  return <Text wrap="truncate">{`${before}${signs.cursor}${line.text.slice(line.cursor)}`}</Text>;
}

function lastColumns(text: string, columns: number): string {
  let shown = text;
  while (shown !== "" && stringWidth(shown) > columns) shown = shown.slice(firstCharacter(shown).length);
  return shown;
}
