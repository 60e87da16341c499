import type { Key } from "ink";

const named = {
  upArrow: "up",
  downArrow: "down",
  leftArrow: "left",
  rightArrow: "right",
  pageUp: "pageup",
  pageDown: "pagedown",
  home: "home",
  end: "end",
  return: "enter",
  escape: "escape",
  tab: "tab",
  backspace: "erase",
  delete: "erase",
} as const satisfies Partial<Record<keyof Key, string>>;

/** The names of the keys in one event: keys that are pressed fast, or come over a slow line, arrive together. */
export function keysIn(input: string, key: Key): readonly string[] {
  // A terminal that names the control key's letter may send it as one character too.
  if (key.ctrl) return [`ctrl-${input}`];
  for (const [property, name] of Object.entries(named)) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of the object above
    if (key[property as keyof typeof named]) return [name];
  }
  return key.meta ? [] : Array.from(input, nameOf);
}

function nameOf(character: string): string {
  switch (character) {
    case " ":
      return "space";
    case "\r":
    case "\n":
      return "enter";
    case "\t":
      return "tab";
    case "\u0003":
      return "ctrl-c";
    default:
      return character;
  }
}
