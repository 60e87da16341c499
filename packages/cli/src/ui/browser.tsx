import { stripVTControlCharacters } from "node:util";
import { Box, Text } from "ink";
import type { ReactNode } from "react";
import { counted } from "../render/counted.ts";
import { printable } from "../render/printable.ts";
import { type BrowserBack, helpLines } from "./browser-help.ts";
import type { BrowserState } from "./browser-state.ts";
import type { ScreenSize } from "./lane-window.ts";
import type { Outline, OutlineLine } from "./outline.ts";
import { clamped, lineAt, placesFrom, scrolled } from "./places.ts";
import type { Look } from "./theme.ts";

export interface BrowserProps {
  readonly outline: Outline;
  /** The plan in one line. */
  readonly summary: string;
  readonly state: BrowserState;
  readonly size: ScreenSize;
  readonly look: Look;
  /** Whether regions can be left out. */
  readonly choosing: boolean;
  readonly back: BrowserBack;
}

/** Above and below the list: the summary, a status line, the hint, a blank line each, and one that terminals keep. */
const frameRows = 6;

/** How many rows of the screen are the list's. */
export function listRows({ rows }: ScreenSize): number {
  return Math.max(3, rows - frameRows);
}

/** The columns before an entry's line: the pointer, whether it is chosen, and whether it is open. */
export function gutterOf(choosing: boolean): number {
  return choosing ? 8 : 4;
}

/** A plan to walk through: its summary, a window of its lines, where one is, and what one can press. */
export function Browser(props: BrowserProps): ReactNode {
  const { look, size, state, summary } = props;
  const { colors } = look;
  const rows = listRows(size);
  const list = state.showsKeys
    ? helpLines(props.choosing, props.back, look)
        .slice(0, rows)
        .map((text) => ({ key: text, text }))
    : windowLines(props, rows);
  return (
    <Box flexDirection="column">
      <Text wrap="truncate">{colors.strong(summary)}</Text>
      <Box flexDirection="column" height={rows} marginY={1}>
        {list.map(({ key, text }) => (
          <Text key={key} wrap="truncate">
            {text}
          </Text>
        ))}
      </Box>
      <Text wrap="truncate">{statusLine(props)}</Text>
      <Text wrap="truncate">{colors.faint(hint(props))}</Text>
    </Box>
  );
}

interface Row {
  readonly key: string;
  readonly text: string;
}

function windowLines({ choosing, look, outline, state }: BrowserProps, rows: number): readonly Row[] {
  const { opened } = state;
  const { colors, signs } = look;
  const cursor = clamped(outline, opened, state.cursor);
  const top = scrolled(outline, opened, { top: state.top, cursor }, rows);
  return placesFrom(outline, opened, top, rows).map((place) => {
    const here = place.entry === cursor.entry && place.line === cursor.line;
    const pointer = here ? colors.strong(signs.here) : " ";
    const line = withMatch(lineAt(outline, place), state.sought, look);
    const gutter = place.line > 0 ? "" : gutterText(place.entry, { choosing, look, outline, state });
    return { key: `${place.entry}/${place.line}`, text: `${pointer} ${gutter}${line}` };
  });
}

function gutterText(
  entry: number,
  { choosing, look, outline, state }: Pick<BrowserProps, "choosing" | "look" | "outline" | "state">,
): string {
  const { colors, signs } = look;
  const fold = colors.faint(state.opened.has(entry) ? signs.open : signs.folded);
  if (!choosing) return `${fold} `;
  const key = outline.entries[entry]?.key;
  const chosen = key === undefined ? "   " : state.leftOut.has(key) ? colors.warning("[ ]") : "[x]";
  return `${chosen} ${fold} `;
}

/** A line in which what was searched for stands out; its own colours give way to that. */
function withMatch({ plain, text }: OutlineLine, sought: string, { colors }: Look): string {
  if (sought === "" || !plain.includes(sought.toLowerCase())) return text;
  const pattern = new RegExp(sought.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"), "giu");
  return stripVTControlCharacters(text).replace(pattern, (found) => colors.match(found));
}

/** What is being typed, or what came of the last key, or where one is. */
function statusLine({ look, outline, state }: BrowserProps): string {
  const { colors, signs } = look;
  if (state.query !== undefined) return `${colors.strong("/")}${printable(state.query)}${signs.cursor}`;
  if (state.message !== "") return colors.warning(printable(state.message));
  const parts = [
    outline.entries.length === 0
      ? "nothing to show"
      : `${state.cursor.entry + 1} of ${outline.entries.length}`,
    ...(state.leftOut.size === 0
      ? []
      : [
          colors.warning(
            `${state.leftOut.size} of ${counted(outline.choosable, "region")} left out by choice`,
          ),
        ]),
    ...(outline.quiet === 0 ? [] : [`${counted(outline.quiet, "region")} without changes`]),
    ...(state.sought === "" ? [] : [`/${printable(state.sought)}`]),
  ];
  return parts.join(` ${signs.separator} `);
}

function hint({ back, choosing, look, state }: BrowserProps): string {
  if (state.showsKeys) return "Any key goes back to the plan";
  if (state.query !== undefined) return "Enter searches, Esc does not";
  const parts = [
    "? keys",
    `q ${back}`,
    "Enter opens",
    "/ searches",
    ...(choosing ? ["Space leaves out"] : []),
    ...(back === "back to the question" ? ["Ctrl-C cancels"] : []),
  ];
  return parts.join(` ${look.signs.separator} `);
}
