import { execFile, execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { onTestFinished } from "vitest";
import { root } from "./run-wf.ts";
import type { Workspace } from "./workspace.ts";

/** Whether tmux is on this machine. */
export const hasTmux: boolean = canRun("tmux");

/** The program on a terminal that a person could sit at. */
export interface Terminal {
  /** Presses keys by tmux's names: `Enter`, `C-c`, `PageDown`. */
  readonly press: (...keys: readonly string[]) => Promise<void>;
  /** Types a text, all of it at once. */
  readonly type: (text: string) => Promise<void>;
  /** Pastes as a terminal does that tells the program that it is a paste. */
  readonly paste: (text: string) => Promise<void>;
  /** Types an answer when there was time to read the question, and presses Enter. */
  readonly answer: (text: string) => Promise<void>;
  /** The screen, once the text is on it; fails with the screen after ten seconds. */
  readonly shows: (text: string) => Promise<string>;
  readonly screen: () => Promise<string>;
  /** The screen and what has scrolled away above it. */
  readonly scrollback: () => Promise<string>;
  readonly resize: (columns: number, rows: number) => Promise<void>;
  /** As a power cut would: nothing of the program runs any more. */
  readonly kill: () => Promise<void>;
  /** The exit code, once the program has ended; 137 where it was killed. */
  readonly ended: () => Promise<number>;
}

export interface TerminalOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly environment?: Readonly<Record<string, string>>;
}

const wf = path.join(root, "packages/cli/dist/wf.js");
const run = promisify(execFile);
let servers = 0;

const settings: readonly string[] = [
  "start-server",
  "set -g remain-on-exit on",
  "set -g status off",
  "set -g escape-time 0",
  "set -g default-terminal tmux-256color",
]
  .flatMap((command) => command.split(" ").concat(";"))
  // What tmux says of a program that has ended would move its screen up by a line, now or in a moment.
  .concat("set", "-gq", "remain-on-exit-format", "", ";");

/** Starts the program in tmux: a server of its own, without anyone's settings. */
export async function onTerminal(
  { directory, emulator }: Workspace,
  args: readonly string[],
  { columns = 100, rows = 30, environment = {} }: TerminalOptions = {},
): Promise<Terminal> {
  servers += 1;
  const codeFile = path.join(directory, `.exit-code-${servers}`);
  const server = ["-L", `wf-test-${process.pid}-${servers}`, "-f", "/dev/null", "-u"];
  const env = {
    PATH: process.env["PATH"],
    HOME: directory,
    LANG: "C.UTF-8",
    AWS_ENDPOINT_URL_SAGEMAKER: emulator.url,
    AWS_ACCESS_KEY_ID: "123456789012",
    AWS_SECRET_ACCESS_KEY: "test",
    WF_VAR_client_secret: "a-secret-of-the-tests",
  };
  const tmux = async (...words: readonly string[]): Promise<string> =>
    (await run("tmux", [...server, ...words], { cwd: directory, env })).stdout;
  const given = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  const size = ["-x", `${columns}`, "-y", `${rows}`];
  const keepingCode = ["sh", "-c", 'code=$1; shift; "$@"; echo $? >"$code"', "sh", codeFile];
  const program = ["env", ...given, process.execPath, wf, ...args];
  await tmux(...settings, "new-session", "-d", ...size, ...keepingCode, ...program);
  onTestFinished(async () => void (await tmux("kill-server").catch(() => undefined)));

  const captured = async (...options: readonly string[]): Promise<string> => {
    const text = await tmux("capture-pane", "-p", ...options);
    return `${text.replace(/^Pane is dead.*$/gm, "").trimEnd()}\n`;
  };
  const until = async <T>(what: string, look: () => Promise<T | undefined>): Promise<T> => {
    const deadline = Date.now() + 10_000;
    for (;;) {
      const found = await look();
      if (found !== undefined) return found;
      if (Date.now() > deadline) throw new Error(`${what}:\n${await captured()}`);
      await pause(20);
    }
  };
  /** What comes before the program reads key by key is kept by the terminal, with another Enter at its end. */
  const untilKeysAreRead = async (): Promise<void> => {
    const tty = (await tmux("display", "-p", "#{pane_tty}")).trim();
    await until("No keys are read", async () => {
      const { stdout } = await run("sh", ["-c", 'stty -a <"$1"', "sh", tty]);
      return /(^|\s)-icanon\b/.test(stdout) ? true : undefined;
    });
  };
  const send = async (...words: readonly string[]): Promise<void> => {
    await untilKeysAreRead();
    await tmux(...words);
  };
  let endedAt: number | undefined;
  const terminal: Terminal = {
    press: async (...keys) => send("send-keys", ...keys),
    type: async (text) => send("send-keys", "-l", text),
    paste: async (text) => send("set-buffer", text, ";", "paste-buffer", "-p"),
    answer: async (text) => {
      await pause(350);
      await terminal.type(text);
      await terminal.shows(`> ${text}`);
      await pause(60);
      await terminal.press("Enter");
    },
    shows: async (text) =>
      until(`${JSON.stringify(text)} is not shown`, async () => {
        const screen = await captured();
        return screen.includes(text) ? screen : undefined;
      }),
    screen: captured,
    scrollback: async () => captured("-S", "-"),
    resize: async (width, height) => void (await tmux("resize-window", "-x", `${width}`, "-y", `${height}`)),
    kill: async () => {
      const shell = (await tmux("display", "-p", "#{pane_pid}")).trim();
      const program = (await run("pgrep", ["-P", shell])).stdout;
      process.kill(Number(program), "SIGKILL");
    },
    ended: async () =>
      until("The program has not ended", async () => {
        const code = await readFile(codeFile, "utf8").catch(() => "");
        if (!code.endsWith("\n")) return undefined;
        endedAt ??= Date.now();
        // Only of a pane that is dead is everything on the screen that was written. Now and then tmux does not notice.
        const dead = (await tmux("display", "-p", "#{pane_dead}")).trim() === "1";
        return dead || Date.now() - endedAt > 1000 ? Number(code) : undefined;
      }),
  };
  return terminal;
}

/** A screen without what differs from run to run: how long things took, and where a spinner is. */
export function withoutTimes(screen: string): string {
  return screen
    .replace(/(?<= )\d+:\d\d\b/g, "0:00")
    .replace(/\b\d+(\.\d)? s\b/g, "0.0 s")
    .replace(/[\u2800-\u28FF]/g, "⠋");
}

/** For a moment. */
export async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function canRun(program: string): boolean {
  try {
    execFileSync(program, ["-V"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
