import { render } from "ink";
import type { ReactNode } from "react";
import type { Io } from "../io.ts";
import { readsAloud } from "./theme.ts";

/**
 * Shows a screen until it ends its app, and resolves to what it said last with `end`; undefined where it said nothing,
 * or the terminal went away. What it drew last stays where it is.
 */
export async function runScreen<T>(
  io: Io,
  screen: (end: (result: T) => void) => ReactNode,
): Promise<T | undefined> {
  const { stdin, stdout, stderr } = io;
  let said: T | undefined;
  const tree = screen((result) => {
    said = result;
  });
  const instance = render(tree, {
    stdin,
    stdout,
    stderr,
    exitOnCtrlC: false,
    patchConsole: false,
    interactive: true,
    isScreenReaderEnabled: readsAloud(io),
  });
  const hangUp = (): void => instance.unmount();
  stdin.once("end", hangUp);
  try {
    await instance.waitUntilExit();
    return said;
  } finally {
    stdin.off("end", hangUp);
  }
}
