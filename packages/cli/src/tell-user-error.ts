import type { Io } from "./io.ts";
import { printable } from "./render/printable.ts";
import type { Theme } from "./render/theme.ts";
import type { UserError } from "./user-error.ts";

/** Tells on stderr what is wrong and what to do. */
export function tellUserError({ stderr }: Io, colors: Theme, error: UserError): void {
  const help = error.help.split("\n").map(printable).join("\n");
  stderr.write(`${colors.error("Error:")} ${printable(error.message)}\n\n${help}\n`);
}
