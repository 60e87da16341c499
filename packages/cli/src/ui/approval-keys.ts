import type { Key } from "ink";
import type { ApprovalInput } from "./approval-state.ts";

/** What a key means to an approval; undefined where it means nothing. */
export function approvalInput(input: string, key: Key, at: number): ApprovalInput | undefined {
  if (key.escape) return { kind: "cancel" };
  if (key.tab) return { kind: "browse" };
  if (key.ctrl) return withControl(input);
  if (key.return || input === "\n") return { kind: "enter", at };
  if (key.backspace || key.delete) return { kind: "erase" };
  return input === "" || key.meta ? undefined : { kind: "text", text: input, at };
}

function withControl(letter: string): ApprovalInput | undefined {
  if (letter === "c" || letter === "d") return { kind: "cancel" };
  return letter === "u" ? { kind: "erase-all" } : undefined;
}
