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
    return process.stdout;
  },
  get stderr() {
    return process.stderr;
  },
  environment: process.env,
  workingDirectory: process.cwd(),
};

// A reader that has seen enough (`wf plan | head`) ends the program quietly.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // oxlint-disable-next-line unicorn/no-process-exit -- the one place that may end the process.
  if (error.code === "EPIPE") process.exit();
  throw error;
});

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
