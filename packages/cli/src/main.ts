#!/usr/bin/env node
import nodeModule from "node:module";
import { compileCacheDirectory } from "./compile-cache-directory.ts";
import type { Io } from "./io.ts";

const oldest = [22, 12] as const;
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

// Making a stream takes milliseconds, and most runs need but one.
const io: Io = {
  get stdin() {
    return process.stdin;
  },
  get stdout() {
    return withoutReader(process.stdout);
  },
  get stderr() {
    return withoutReader(process.stderr);
  },
  environment: process.env,
  workingDirectory: process.cwd(),
};

/** A stream whose reader may have seen enough (`wf plan | head`): the run goes on to its end, and nobody is told of it. */
function withoutReader(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  return stream.listeners("error").includes(ignoreClosedPipe) ? stream : stream.on("error", ignoreClosedPipe);
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}

if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
  process.stderr.write(
    `wf needs Node.js ${oldest.join(".")} or newer, and this is ${process.versions.node}.\n`,
  );
  process.exitCode = 1;
} else {
  // Whatever is imported from here on is compiled once, not once a run; where nothing can be kept, nothing fails.
  const compiled = compileCacheDirectory(process.env);
  if (compiled !== undefined) nodeModule.enableCompileCache(compiled);
  const { run } = await import("./program.ts");
  process.exitCode = await run(process.argv.slice(2), io);
}
