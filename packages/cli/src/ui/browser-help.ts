import { type BrowserCommand, browserCommands, isChoosing } from "./browser-commands.ts";
import type { Look, Signs } from "./theme.ts";

/** The list of keys: commands that belong together share a line. */
const browserHelp: readonly (readonly [commands: readonly BrowserCommand[], help: string])[] = [
  [["down", "up"], "a line down, up"],
  [["pageDown", "pageUp"], "a page down, up"],
  [["home", "end"], "first line, last line"],
  [["open", "fold", "toggle"], "open the region, fold it, either"],
  [["toggleAll"], "open or fold all"],
  [["nextChange", "previousChange"], "next change, previous change"],
  [["nextWarning", "previousWarning"], "next warning or refusal, previous one"],
  [["search", "nextMatch", "previousMatch"], "search; next match, previous match"],
  [["choose"], "leave the region out, or take it back in"],
  [["chooseOnly", "chooseAll"], "leave out all others, none"],
  [["keys"], "these keys"],
];

/** Where closing the browser leads, as a hint says it. Where a question is asked, Ctrl-C answers it. */
export type BrowserBack = "leaves" | "back to the question";

/** The first two keys of each command and what it does. */
export function helpLines(
  choosing: boolean,
  back: BrowserBack,
  { colors, signs }: Pick<Look, "colors" | "signs">,
): readonly string[] {
  const rows = browserHelp.filter(([[command = ""]]) => choosing || !isChoosing(command));
  const leave = back === "back to the question" ? "cancel, and leave everything as it is" : "leave";
  return [...rows, [["close"], back] as const, [["cancel"], leave] as const].map(([commands, help]) => {
    const keys = commands.map((command) =>
      browserCommands[command].keys
        .slice(0, 2)
        .map((key) => shownKey(key, signs))
        .join(" "),
    );
    return `  ${colors.strong(keys.join(", ").padEnd(24))} ${help}`;
  });
}

const shownKeys: Readonly<Record<string, string>> = {
  pagedown: "PgDn",
  pageup: "PgUp",
  home: "Home",
  end: "End",
  enter: "Enter",
  escape: "Esc",
  space: "Space",
  tab: "Tab",
};

function shownKey(key: string, { down, left, right, up }: Signs): string {
  const arrows: Readonly<Record<string, string>> = { down, left, right, up };
  return (
    shownKeys[key] ??
    arrows[key] ??
    key.replace(/^ctrl-(.)/, (_, letter: string) => `Ctrl-${letter.toUpperCase()}`)
  );
}
