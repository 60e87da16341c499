import { createInterface } from "node:readline/promises";
import { type Open, openAfter } from "@wf/parser";
import type { Context } from "../context.ts";
import { readHistory, writeHistory } from "./history.ts";

/** Asks for expressions until the user has enough: `exit`, Ctrl-D, or Ctrl-C on an empty line. */
export async function converse(context: Context, answer: (text: string) => Promise<boolean>): Promise<void> {
  const { stdin, stdout } = context.io;
  const history = await readHistory(context.directory);
  const terminal = createInterface({
    input: stdin,
    output: stdout,
    history: [...history],
    historySize: 1000,
  });
  let lines: string[] = [];
  let open: Open | undefined;
  let entered: readonly string[] = history;
  let isOver = false;
  terminal.once("close", () => {
    isOver = true;
  });
  const prompt = (): void => {
    // What was typed ahead of Ctrl-D, or of Ctrl-C, is answered after it.
    if (isOver) return;
    terminal.setPrompt(lines.length === 0 ? "> " : "  ");
    terminal.prompt();
  };
  terminal.on("history", (all: string[]) => {
    entered = all.filter((line) => line.trim() !== "exit");
  });
  terminal.on("SIGINT", () => {
    if (lines.length === 0 && terminal.line === "") return terminal.close();
    lines = [];
    open = undefined;
    stdout.write("\n");
    terminal.write(null, { ctrl: true, name: "e" });
    terminal.write(null, { ctrl: true, name: "u" });
    prompt();
  });
  prompt();
  for await (const line of terminal) {
    if (lines.length === 0 && line.trim() === "exit") break;
    lines.push(line);
    open = openAfter(open, line);
    if (open === undefined) {
      const text = lines.join("\n");
      lines = [];
      await answer(text);
    }
    prompt();
  }
  terminal.close();
  await writeHistory(context.directory, entered);
}
