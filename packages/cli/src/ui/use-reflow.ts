import { stripVTControlCharacters } from "node:util";
import stringWidth from "fast-string-width";
import { renderToString, useStdout, useWindowSize } from "ink";
import { type ReactNode, useLayoutEffect, useRef } from "react";

/**
 * Erases what a terminal makes of the frame on it when it becomes narrower: it wraps the frame's lines, and Ink, which
 * then erases as many rows as it drew, would leave the rest standing. `frame` is what was drawn last.
 */
export function useReflow(frame: ReactNode, active: boolean): void {
  const { stdout } = useStdout();
  const { columns } = useWindowSize();
  const drawn = useRef({ frame, columns });
  useLayoutEffect(() => {
    drawn.current = { frame, columns };
  });
  useLayoutEffect(() => {
    if (!active) return undefined;
    const erase = (): void => {
      const width = "columns" in stdout && typeof stdout.columns === "number" ? stdout.columns : 0;
      if (width === 0 || width >= drawn.current.columns) return;
      const text = renderToString(drawn.current.frame, { columns: drawn.current.columns });
      stdout.write(eraseUpwards(addedRows(text, width)));
    };
    // Before Ink's own listener, which erases the rest and draws anew.
    stdout.prependListener("resize", erase);
    return () => void stdout.off("resize", erase);
  }, [stdout, active]);
}

/** How many rows more a text takes when its lines are wrapped at a width. */
export function addedRows(text: string, width: number): number {
  return text
    .split("\n")
    .map((line) => Math.max(1, Math.ceil(stringWidth(stripVTControlCharacters(line).trimEnd()) / width)) - 1)
    .reduce((sum, rows) => sum + rows, 0);
}

function eraseUpwards(rows: number): string {
  return "\u001B[2K\u001B[1A".repeat(rows);
}
