import type { PlanView } from "@wf/engine";
import { render } from "ink";
import type { Io } from "../io.ts";
import type { Theme } from "../render/theme.ts";
import { BrowserScreen, type BrowserScreenProps } from "./browser-screen.tsx";
import type { BrowserState } from "./browser-state.ts";
import { lookOf, readsAloud } from "./theme.ts";

export interface BrowserOptions extends Pick<BrowserScreenProps, "back" | "choosing"> {
  readonly colors: Theme | undefined;
  /** Where one was when one last looked. */
  readonly from?: BrowserState | undefined;
}

/**
 * Lets a person walk through a plan on the terminal's other screen, which leaves no trace; resolves to where they were
 * when they closed it, or to undefined where they cancelled or the terminal went away.
 */
export async function browsePlan(
  io: Io,
  view: PlanView,
  { back, choosing, colors, from }: BrowserOptions,
): Promise<BrowserState | undefined> {
  const { stdin, stdout, stderr } = io;
  let last: BrowserState | undefined;
  const screen = (
    <BrowserScreen
      view={view}
      look={lookOf(io, colors)}
      choosing={choosing}
      back={back}
      from={from}
      onEnd={(state) => {
        last = state;
      }}
    />
  );
  const instance = render(screen, {
    stdin,
    stdout,
    stderr,
    exitOnCtrlC: false,
    patchConsole: false,
    interactive: true,
    alternateScreen: true,
    isScreenReaderEnabled: readsAloud(io),
  });
  const hangUp = (): void => instance.unmount();
  stdin.once("end", hangUp);
  try {
    await instance.waitUntilExit();
  } finally {
    stdin.off("end", hangUp);
  }
  return last?.outcome === "closed" ? last : undefined;
}
