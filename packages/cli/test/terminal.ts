import { PassThrough } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import type { Io } from "../src/io.ts";

/** A terminal without a screen: keys go in, and all that was ever written comes out. */
export interface FakeTerminal {
  readonly io: Io;
  /** What arrives at once, as one chunk. */
  readonly send: (keys: string) => Promise<void>;
  readonly written: () => string;
  /** Whether keys come one by one, unechoed. */
  readonly isRaw: () => boolean;
}

/** Makes a terminal. */
export function fakeTerminal(
  environment: Io["environment"] = {},
  size = { columns: 80, rows: 24 },
): FakeTerminal {
  let raw = false;
  const chunks: string[] = [];
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (value: boolean) => {
      raw = value;
    },
    ref: () => undefined,
    unref: () => undefined,
  });
  const screen = (): NodeJS.WriteStream => {
    const stream = new PassThrough();
    stream.on("data", (chunk: Buffer) => chunks.push(chunk.toString()));
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as much of a terminal as Ink uses
    return Object.assign(stream, { isTTY: true, ...size }) as unknown as NodeJS.WriteStream;
  };
  const io: Io = {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as much of a terminal as Ink uses
    stdin: stdin as unknown as NodeJS.ReadStream,
    stdout: screen(),
    stderr: screen(),
    environment: { NO_COLOR: "1", ...environment },
    workingDirectory: "/",
  };
  return {
    io,
    send: async (keys) => {
      await settled();
      stdin.write(keys);
      await settled();
    },
    written: () => stripVTControlCharacters(chunks.join("")),
    isRaw: () => raw,
  };
}

/** Longer than Ink waits for the rest of an escape sequence, and than it takes to draw a frame. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 60));
}
