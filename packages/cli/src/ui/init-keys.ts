import type { Key } from "ink";
import type { InitInput } from "../init/init-state.ts";

/** What a key means to the questions of `wf init`; undefined where it means nothing. */
export function initInput(input: string, key: Key): InitInput | undefined {
  if (key.escape) return { kind: "cancel" };
  if (key.ctrl) return controls[input];
  if (key.return || input === "\n") return { kind: "enter" };
  if (key.tab) return key.shift ? { kind: "back" } : undefined;
  if (key.upArrow) return { kind: "up" };
  if (key.downArrow) return { kind: "down" };
  if (key.leftArrow) return { kind: "move", to: "left" };
  if (key.rightArrow) return { kind: "move", to: "right" };
  if (key.home) return { kind: "move", to: "start" };
  if (key.end) return { kind: "move", to: "end" };
  if (key.backspace) return { kind: "erase" };
  if (key.delete) return { kind: "erase-next" };
  return input === "" || key.meta ? undefined : { kind: "text", text: input };
}

/** As in a shell. */
const controls: Readonly<Record<string, InitInput>> = {
  a: { kind: "move", to: "start" },
  c: { kind: "cancel" },
  d: { kind: "cancel" },
  e: { kind: "move", to: "end" },
  u: { kind: "erase-all" },
  w: { kind: "erase-word" },
};
