import type { Io } from "../io.ts";
import type { RecoverView, RecoverWay } from "../recover/recover-view.ts";
import type { Theme } from "../render/theme.ts";
import { RecoverScreen } from "./recover-screen.tsx";
import { runScreen } from "./run-screen.tsx";
import { lookOf } from "./theme.ts";

/** Asks a person how an unfinished run is to be ended; undefined where it is left as it is. */
export async function askRecoverWay(
  io: Io,
  unfinished: RecoverView,
  colors: Theme,
): Promise<RecoverWay | undefined> {
  const look = lookOf(io, colors);
  return runScreen<RecoverWay>(io, (end) => (
    <RecoverScreen unfinished={unfinished} look={look} onEnd={end} />
  ));
}
