import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** The built program, as users run it. */
export const wfBin: string = fileURLToPath(new URL("../../packages/cli/dist/wf.js", import.meta.url));

/** The repository. */
export const root: string = fileURLToPath(new URL("../..", import.meta.url));

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly directory?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** The emulator's address; credentials come with it. */
  readonly endpoint?: string;
}

/** What a run sees of the environment: nothing of this machine's AWS set-up, and the compiled code of the runs before. */
export const isolated: Readonly<Record<string, string>> = {
  PATH: process.env["PATH"] ?? "",
  HOME: "/nonexistent",
  AWS_EC2_METADATA_DISABLED: "true",
  XDG_STATE_HOME: fileURLToPath(new URL("../../node_modules/.cache/wf-state", import.meta.url)),
  NODE_COMPILE_CACHE: fileURLToPath(new URL("../../node_modules/.cache/wf", import.meta.url)),
};

/** A run under way. */
export interface StartedRun {
  readonly ended: Promise<Run>;
  /** Waits until standard error holds this. */
  readonly says: (text: string) => Promise<void>;
  readonly interrupt: () => void;
  /** As a power cut would: nothing of the program runs any more. */
  readonly kill: () => void;
  /** Reads nothing more of what is printed, from the first output on. */
  readonly stopReading: () => void;
}

/** Runs the built program to its end. */
export async function runWf(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  return startWf(args, options).ended;
}

/** Starts the built program. */
export function startWf(args: readonly string[], options: RunOptions = {}): StartedRun {
  const credentials =
    options.endpoint === undefined
      ? {}
      : {
          AWS_ENDPOINT_URL_SAGEMAKER: options.endpoint,
          AWS_ACCESS_KEY_ID: "123456789012",
          AWS_SECRET_ACCESS_KEY: "test",
        };
  const child = spawn(process.execPath, [wfBin, ...args], {
    cwd: options.directory ?? root,
    env: { ...isolated, ...credentials, ...options.environment },
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => (stdout += chunk));
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => (stderr += chunk));
  child.stdin.on("error", () => undefined).end(options.input ?? "");
  return {
    ended: new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code) => resolve({ code, stdout, stderr }));
    }),
    says: async (text) => {
      while (!stderr.includes(text)) await once(child.stderr, "data");
    },
    interrupt: () => void child.kill("SIGINT"),
    kill: () => void child.kill("SIGKILL"),
    stopReading: () => {
      for (const stream of [child.stdout, child.stderr]) stream.once("data", () => stream.destroy());
    },
  };
}
