import type { Command } from "@commander-js/extra-typings";
import type { Context } from "../context.ts";
import type { ExitCode } from "../exit-code.ts";
import type { Io } from "../io.ts";

/** What declaring a command takes, and what its action needs. */
export interface Session {
  readonly io: Io;
  readonly program: Command;
  /** As the options before the command say; known once the command runs. */
  readonly context: () => Context;
  /** Takes the code that the program ends with. */
  readonly finish: (code: ExitCode) => void;
}

/** How commands are declared, by their names; what they do is loaded when they run. */
export type Declarations = Readonly<Record<string, (session: Session) => void>>;
