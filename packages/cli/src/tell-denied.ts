import type { Context } from "./context.ts";
import { printable } from "./render/printable.ts";

/** Tells on stderr that a gate is closed. */
export function tellDenied(context: Context, denied: string): void {
  context.io.stderr.write(
    `${context.err.error("Error:")} ${printable(denied)}\n\nChange what leads to it, or have it approved without --deny.\n`,
  );
}
