import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Emulator, type EmulatorOptions, startEmulator } from "@wf/engine/emulator";
import { onTestFinished } from "vitest";
import { root, type Run, runWf, type RunOptions } from "./run-wf.ts";

/** A directory with a configuration, and a region of its own to apply it to; both go when the test ends. */
export interface Workspace {
  readonly directory: string;
  readonly emulator: Emulator;
  readonly write: (name: string, content: string) => Promise<void>;
  /** Runs the program in the directory, against the region. */
  readonly wf: (args: readonly string[], options?: RunOptions) => Promise<Run>;
}

/** Makes a workspace with these files. */
export async function workspace(
  files: Readonly<Record<string, string>> = {},
  emulatorOptions: EmulatorOptions = {},
): Promise<Workspace> {
  const directory = await temporaryDirectory();
  const emulator = await startEmulator({ vpcDelayMilliseconds: 300, ...emulatorOptions });
  onTestFinished(async () => emulator.close());
  const write: Workspace["write"] = async (name, content) => writeFiles(directory, { [name]: content });
  await writeFiles(directory, files);
  return {
    directory,
    emulator,
    write,
    wf: async (args, options) => runWf(args, { directory, endpoint: emulator.url, ...options }),
  };
}

/** Puts files in a directory. */
export async function writeFiles(directory: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(directory, name)), { recursive: true });
    await writeFile(path.join(directory, name), content);
  }
}

/** A workspace with a copy of an example. */
export async function exampleWorkspace(name: string, emulatorOptions?: EmulatorOptions): Promise<Workspace> {
  const made = await workspace({}, emulatorOptions);
  await cp(path.join(root, "examples", name), made.directory, { recursive: true });
  return made;
}

/** A directory that goes when the test ends. */
export async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), "wf-test-"));
  onTestFinished(async () => rm(directory, { recursive: true, force: true }));
  return directory;
}
