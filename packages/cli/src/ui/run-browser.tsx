import type { PlanView } from "@wf/engine";
import type { Io } from "../io.ts";
import type { Theme } from "../render/theme.ts";
import { BrowserScreen, type BrowserScreenProps } from "./browser-screen.tsx";
import type { BrowserState } from "./browser-state.ts";
import { untilClosed } from "./mount.ts";
import { lookOf } from "./theme.ts";

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
  await untilClosed(io, screen, "other");
  return last?.outcome === "closed" ? last : undefined;
}
