import type { Key } from "ink";
import type { RecoverInput } from "../recover/recover-state.ts";

/** What a key means to the question how to end a run; undefined where it means nothing. */
export function recoverInput(input: string, key: Key): RecoverInput | undefined {
  if (key.escape || (key.ctrl && (input === "c" || input === "d"))) return { kind: "cancel" };
  if (key.ctrl || key.meta || key.tab) return undefined;
  if (key.return) return { kind: "enter" };
  if (key.upArrow || input === "k") return { kind: "up" };
  if (key.downArrow || input === "j") return { kind: "down" };
  return input === "" ? undefined : { kind: "text", text: input };
}
