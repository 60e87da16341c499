import { render, renderToString } from "ink";
import type { ReactNode } from "react";
import type { Io } from "../io.ts";
import { defaultWidth } from "../render/width.ts";
import { readsAloud } from "./theme.ts";

/** How a screen ended. */
export interface Ending<T> {
  /** Undefined where it was called off. */
  readonly result: T | undefined;
  /** What stays in the scrollback. */
  readonly record: (columns: number) => ReactNode;
}

/**
 * Shows a screen in place of what is on the terminal, until it ends its app, and resolves to the result that it ended
 * with. What was on the terminal comes back then, and the record below it. Undefined too where the terminal went away.
 */
export async function runScreen<T>(
  io: Io,
  screen: (end: (ending: Ending<T>) => void) => ReactNode,
): Promise<T | undefined> {
  const { stdin, stdout, stderr } = io;
  let ending: Ending<T> | undefined;
  const tree = screen((told) => {
    ending = told;
  });
  const instance = render(tree, {
    stdin,
    stdout,
    stderr,
    exitOnCtrlC: false,
    patchConsole: false,
    interactive: true,
    alternateScreen: !readsAloud(io),
    isScreenReaderEnabled: readsAloud(io),
  });
  const hangUp = (): void => instance.unmount();
  stdin.once("end", hangUp);
  try {
    await instance.waitUntilExit();
  } finally {
    stdin.off("end", hangUp);
  }
  if (ending === undefined) return undefined;
  const columns = stdout.columns ?? defaultWidth;
  stdout.write(`${renderToString(ending.record(columns), { columns })}\n`);
  return ending.result;
}
