import path from "node:path";
import { hasColor, type Io } from "./io.ts";
import { type Theme, theme } from "./render/theme.ts";
import { defaultWidth, narrowest } from "./render/width.ts";

/** Options that every command takes. */
export interface GlobalOptions {
  readonly chdir?: string | undefined;
  readonly color: boolean;
  readonly local?: true | undefined;
}

/** What a command works with. */
export interface Context {
  readonly io: Io;
  /** The configuration's directory, absolute. */
  readonly directory: string;
  /** The embedded region instead of AWS. */
  readonly local: boolean;
  /** How wide a text on standard output may be. */
  readonly width: number;
  readonly out: Theme;
  readonly err: Theme;
  /** What an editor holds of files, by absolute path: it counts instead of what is on disk. */
  readonly buffers?: ReadonlyMap<string, string>;
}

/** Makes the context of a command from the options that every command takes. */
export function createContext(io: Io, options: GlobalOptions): Context {
  return {
    io,
    directory: path.resolve(io.workingDirectory, options.chdir ?? "."),
    local: options.local === true,
    width: io.stdout.isTTY ? Math.max(narrowest, io.stdout.columns) : defaultWidth,
    out: theme(hasColor(io, io.stdout, options.color)),
    err: theme(hasColor(io, io.stderr, options.color)),
  };
}

/** A path as the user would type it from where they are. */
export function shownPath(context: Context, absolute: string): string {
  const relative = path.relative(context.io.workingDirectory, absolute);
  return relative === "" ? "." : relative.startsWith("..") ? absolute : relative;
}
