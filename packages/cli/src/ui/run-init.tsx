import type { Io } from "../io.ts";
import type { Answers } from "../init/answers.ts";
import type { Surroundings } from "../init/fields.ts";
import { initialInit } from "../init/init-state.ts";
import type { Theme } from "../render/theme.ts";
import { InitScreen } from "./init-screen.tsx";
import { runScreen } from "./run-screen.tsx";
import { lookOf } from "./theme.ts";

/** Asks a person for what the flags left open and shows what it makes; undefined where nothing is to be written. */
export async function askFirstConfiguration(
  io: Io,
  given: Answers,
  surroundings: Surroundings,
  files: readonly string[],
  colors: Theme,
): Promise<Answers | undefined> {
  const initial = initialInit(given, surroundings);
  const look = lookOf(io, colors);
  const answers = await runScreen<Answers>(io, (end) => (
    <InitScreen initial={initial} files={files} look={look} onEnd={end} />
  ));
  if (answers !== undefined) io.stdout.write("\n");
  return answers;
}
