import { execFile, spawnSync } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { onTestFinished } from "vitest";
import { root } from "./run-wf.ts";
import type { Workspace } from "./workspace.ts";

/** Whether there is a tmux to run in. */
export const hasTmux: boolean = spawnSync("tmux", ["-V"]).status === 0;

/** The program on a screen that can be looked at. */
export interface Screen {
  /** Presses keys by tmux's names, once a text is on the screen. */
  readonly press: (shown: string, ...keys: readonly string[]) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** The screen, once the text is on it. */
  readonly shows: (text: string) => Promise<string>;
  readonly resize: (columns: number, rows: number) => Promise<void>;
  /** The exit code and all that the terminal holds, once the program has ended. */
  readonly ended: () => Promise<{ readonly code: number; readonly record: string }>;
}

const wf = path.join(root, "packages/cli/dist/wf.js");
const execute = promisify(execFile);
/** Tells the exit code itself: tmux now and then does not notice that a program has ended. */
const program = ["sh", "-c", '"$@"; printf "ended with %d\\n" $?; read -r stay', "sh", process.execPath];
let started = 0;

/** Starts the program in a tmux of its own, 80 columns wide and 24 rows high. */
export async function onScreen({ directory, emulator }: Workspace, args: readonly string[]): Promise<Screen> {
  started += 1;
  const server = ["-L", `wf-screen-${process.pid}-${started}`, "-f", "/dev/null", "-u"];
  const env = {
    PATH: process.env["PATH"],
    HOME: directory,
    LANG: "C.UTF-8",
    AWS_ENDPOINT_URL_SAGEMAKER: emulator.url,
    AWS_ACCESS_KEY_ID: "123456789012",
    AWS_SECRET_ACCESS_KEY: "test",
  };
  const tmux = async (...words: readonly string[]): Promise<string> =>
    (await execute("tmux", [...server, ...words], { cwd: directory, env })).stdout;
  const settings = ["status off", "escape-time 0"].flatMap((each) => ["set", "-g", ...each.split(" "), ";"]);
  const size = ["-x", "80", "-y", "24"];
  await tmux("start-server", ";", ...settings, "new-session", "-d", ...size, ...program, wf, ...args);
  onTestFinished(async () => void (await tmux("kill-server").catch(() => undefined)));
  const until = async <T>(what: string, look: () => Promise<T | undefined>): Promise<T> => {
    for (const deadline = Date.now() + 10_000; Date.now() < deadline; await pause(20)) {
      const found = await look();
      if (found !== undefined) return found;
    }
    throw new Error(`${what}:\n${await tmux("capture-pane", "-p")}`);
  };
  const shows: Screen["shows"] = async (text) =>
    until(`${JSON.stringify(text)} is not shown`, async () => {
      const screen = await tmux("capture-pane", "-p");
      return screen.includes(text) ? screen : undefined;
    });
  return {
    shows,
    press: async (shown, ...keys) => {
      await shows(shown);
      await pause(50);
      await tmux("send-keys", ...keys);
    },
    type: async (text) => void (await tmux("send-keys", "-l", text)),
    resize: async (columns, rows) =>
      void (await tmux("resize-window", "-x", String(columns), "-y", String(rows))),
    ended: async () =>
      until("The program has not ended", async () => {
        const record = await tmux("capture-pane", "-p", "-S", "-");
        const end = /ended with (\d+)\s*$/.exec(record);
        return end === null ? undefined : { code: Number(end[1]), record: record.slice(0, end.index) };
      }),
  };
}

async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
