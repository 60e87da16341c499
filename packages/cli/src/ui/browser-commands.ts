/** The keys of each command of the plan browser; a letter stands for itself. */
export const browserCommands = {
  down: { keys: ["down", "j"] },
  up: { keys: ["up", "k"] },
  pageDown: { keys: ["pagedown", "ctrl-f", "ctrl-d"] },
  pageUp: { keys: ["pageup", "ctrl-b", "ctrl-u"] },
  home: { keys: ["home", "g"] },
  end: { keys: ["end", "G"] },
  open: { keys: ["right", "l"] },
  fold: { keys: ["left", "h"] },
  toggle: { keys: ["enter"] },
  toggleAll: { keys: ["E"] },
  nextChange: { keys: ["c"] },
  previousChange: { keys: ["C"] },
  nextWarning: { keys: ["w"] },
  previousWarning: { keys: ["W"] },
  search: { keys: ["/"] },
  nextMatch: { keys: ["n"] },
  previousMatch: { keys: ["N"] },
  choose: { keys: ["space", "x"] },
  chooseOnly: { keys: ["o"] },
  chooseAll: { keys: ["A"] },
  keys: { keys: ["?"] },
  close: { keys: ["escape", "q", "tab"] },
  cancel: { keys: ["ctrl-c"] },
} as const satisfies Readonly<Record<string, { readonly keys: readonly string[] }>>;

export type BrowserCommand = keyof typeof browserCommands;

/** Whether a command says something only where regions can be left out. */
export function isChoosing(command: string): boolean {
  return command.startsWith("choose");
}

const byKey = new Map<string, BrowserCommand>(
  Object.entries(browserCommands).flatMap(([name, { keys }]) =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of the object that it is made from
    keys.map((key) => [key, name as BrowserCommand] as const),
  ),
);

/** The command of a key; undefined where it has none. */
export function commandOf(key: string): BrowserCommand | undefined {
  return byKey.get(key);
}
