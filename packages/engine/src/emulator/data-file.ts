import { mkdir, open, readFile, rename } from "node:fs/promises";
import { dirname } from "node:path";
import * as z from "zod";
import { type EmulatorSeed, type EmulatorState, stateSchema } from "./state-schema.ts";

/** Reads the state that a data file holds; a file that isn't there yet holds nothing. */
export async function readDataFile(path: string): Promise<EmulatorSeed> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return {};
    throw cause;
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new Error(`The emulator's data file ${path} is not JSON`, { cause });
  }
  const state = stateSchema.safeParse(json);
  if (state.success) return state.data;
  const message = `The emulator's data file ${path} is not one:\n${z.prettifyError(state.error)}`;
  throw new Error(message, { cause: state.error });
}

/**
 * A writer that makes the file hold the latest state. Each write goes to a file beside it that takes its place, so a
 * reader, or a killed emulator, never sees half of one; calls during a write share the next one.
 */
export function dataFileWriter(path: string, state: () => EmulatorState): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  return () => {
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        running = replace(path, `${JSON.stringify(state(), null, 2)}\n`);
        return running;
      });
    return next;
  };
}

async function replace(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  const file = await open(temporary, "w", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
}
