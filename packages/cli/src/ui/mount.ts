import { type Instance, render } from "ink";
import type { ReactNode } from "react";
import type { Io } from "../io.ts";
import { readsAloud } from "./theme.ts";

/** Which of the terminal's screens: the one with the scrollback, or the other one, which leaves no trace. */
export type Screen = "main" | "other";

/** Draws a tree on the terminal. Ctrl-C is the tree's own affair, and the console is left alone. */
export function mount(io: Io, tree: ReactNode, screen: Screen = "main"): Instance {
  const { stdin, stdout, stderr } = io;
  return render(tree, {
    stdin,
    stdout,
    stderr,
    exitOnCtrlC: false,
    patchConsole: false,
    interactive: true,
    alternateScreen: screen === "other",
    isScreenReaderEnabled: readsAloud(io),
  });
}

/** Draws a tree until it ends its app, or the terminal goes away. */
export async function untilClosed(io: Io, tree: ReactNode, screen?: Screen): Promise<void> {
  const instance = mount(io, tree, screen);
  const hangUp = (): void => instance.unmount();
  io.stdin.once("end", hangUp);
  try {
    await instance.waitUntilExit();
  } finally {
    io.stdin.off("end", hangUp);
  }
}
