import { renderToString } from "ink";
import type { ReactNode } from "react";
import type { Io } from "../io.ts";
import { defaultWidth } from "../render/width.ts";
import { untilClosed } from "./mount.ts";
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
  let ending: Ending<T> | undefined;
  const tree = screen((told) => {
    ending = told;
  });
  await untilClosed(io, tree, readsAloud(io) ? "main" : "other");
  if (ending === undefined) return undefined;
  const columns = io.stdout.columns ?? defaultWidth;
  io.stdout.write(`${renderToString(ending.record(columns), { columns })}\n`);
  return ending.result;
}
