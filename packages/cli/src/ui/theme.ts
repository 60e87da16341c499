import { hasColor, type Io } from "../io.ts";
import { theme, type Theme } from "../render/theme.ts";

/** How the screens look: colours by meaning, and the signs that this terminal can show. */
export interface Look {
  readonly colors: Theme;
  readonly signs: Signs;
  /** Without a moving part: for screen readers, and terminals that cannot redraw. */
  readonly still: boolean;
  /** The terminal wraps what stands on it when it becomes narrower. */
  readonly reflows: boolean;
}

export interface Signs {
  readonly spinner: readonly string[];
  readonly waiting: string;
  readonly done: string;
  readonly failed: string;
  readonly stopped: string;
  readonly impact: string;
  readonly cursor: string;
  readonly here: string;
  readonly folded: string;
  readonly open: string;
  readonly separator: string;
  readonly barDone: string;
  readonly barLeft: string;
  readonly upDown: string;
  readonly up: string;
  readonly down: string;
  readonly left: string;
  readonly right: string;
}

const drawn: Signs = {
  spinner: ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"],
  waiting: "·",
  done: "✓",
  failed: "✗",
  stopped: "■",
  impact: "!",
  cursor: "▌",
  here: "❯",
  folded: "▸",
  open: "▾",
  separator: "·",
  barDone: "━",
  barLeft: "─",
  upDown: "↑↓",
  up: "↑",
  down: "↓",
  left: "←",
  right: "→",
};

const typed: Signs = {
  spinner: ["|", "/", "-", "\\"],
  waiting: ".",
  done: "+",
  failed: "x",
  stopped: "#",
  impact: "!",
  cursor: "_",
  here: ">",
  folded: "+",
  open: "-",
  separator: "-",
  barDone: "#",
  barLeft: "-",
  upDown: "Up/Down",
  up: "Up",
  down: "Down",
  left: "Left",
  right: "Right",
};

/** The look for a terminal; `colors` where something else than its environment decides about them. */
export function lookOf(io: Io, colors: Theme = theme(hasColor(io, io.stdout, true))): Look {
  const { environment } = io;
  const still = environment["TERM"] === "dumb" || readsAloud(io);
  return { colors, signs: canDraw(environment) ? drawn : typed, still, reflows: doesReflow(environment) };
}

/** Whether a screen reader is at work, by Ink's own convention. */
export function readsAloud(io: Io): boolean {
  return io.environment["INK_SCREEN_READER"] === "true";
}

/** The Linux console has no such glyphs, and a locale that is set and not UTF-8 garbles them. */
function canDraw(environment: Io["environment"]): boolean {
  const locales = [environment["LC_ALL"], environment["LC_CTYPE"], environment["LANG"]];
  const locale = locales.find((each) => each !== undefined && each !== "");
  return environment["TERM"] !== "linux" && (locale === undefined || /utf-?8/i.test(locale));
}

/** Most do; xterm, GNU screen and the Linux console cut instead. */
function doesReflow(environment: Io["environment"]): boolean {
  const { STY, TERM, XTERM_VERSION } = environment;
  return TERM !== "linux" && TERM !== "dumb" && STY === undefined && XTERM_VERSION === undefined;
}
