import type { ApplyEvent, PlanView } from "@wf/engine";
import type { ReactNode } from "react";
import type { Io } from "../io.ts";
import { applySummary, type RunTold, toldAsApply } from "../render/apply-summary.ts";
import { renderFailure } from "../render/lane-text.ts";
import type { Theme } from "../render/theme.ts";
import { mount } from "./mount.ts";
import {
  initialProgress,
  progress,
  type ProgressEvent,
  type ProgressState,
} from "../progress/progress-state.ts";
import { ProgressScreen } from "./progress-screen.tsx";
import { lanesThatAre } from "../progress/progress-totals.ts";
import { lookOf } from "./theme.ts";

export interface ProgressHandlers {
  /** The first Ctrl-C: finish the running calls and send nothing more. */
  readonly onStop: () => void;
  /** The second: the screen is given back, and nobody waits for the run any more. */
  readonly onLeave: () => void;
}

export interface ProgressOptions {
  readonly colors?: Theme;
  /** Default: a run of `wf apply`. */
  readonly run?: RunTold;
  /** Names of the regions that were not to be applied. */
  readonly leftOut?: readonly string[];
}

const frameMilliseconds = 100;

/**
 * Shows a run while it goes and resolves when its events end, or after a second Ctrl-C. The screen is given back then,
 * and below the lanes that came to their end stand the failures and the summary, as plain text.
 */
export async function showProgress(
  io: Io,
  view: PlanView,
  events: AsyncIterable<ApplyEvent>,
  handlers: ProgressHandlers,
  options: ProgressOptions = {},
): Promise<void> {
  const look = lookOf(io, options.colors);
  const left = Promise.withResolvers<"left">();
  let state = initialProgress(view, Date.now());
  const screen = (): ReactNode => (
    <ProgressScreen state={state} look={look} onStop={handlers.onStop} onLeave={() => left.resolve("left")} />
  );
  const tell = (event: ProgressEvent): void => {
    state = progress(state, event);
  };
  const instance = mount(io, screen());
  const redraw = (): void => instance.rerender(screen());
  // One timer moves the spinners, the clocks and, so that a burst costs one frame, whatever the events changed.
  const timer = look.still
    ? undefined
    : setInterval(() => {
        tell({ kind: "tick", now: Date.now() });
        redraw();
      }, frameMilliseconds);
  const follow = async (): Promise<"ended"> => {
    for await (const event of events) {
      tell({ kind: "tick", now: Date.now() });
      tell(event);
      if (look.still) redraw();
    }
    return "ended";
  };
  let outcome: "ended" | "left" | undefined;
  try {
    outcome = await Promise.race([follow(), left.promise]);
    redraw();
    await instance.waitUntilRenderFlush();
    instance.clear();
  } finally {
    clearInterval(timer);
    instance.unmount();
    await instance.waitUntilExit();
    io.stdout.write(recordOf(state, look.colors, io.stdout.columns, options));
  }
  if (outcome === "left") handlers.onLeave();
}

/** What stays in the scrollback below the folded lanes. */
function recordOf(
  state: ProgressState,
  colors: Theme,
  width: number | undefined,
  { run = toldAsApply, leftOut = [] }: ProgressOptions,
): string {
  const failures = lanesThatAre(state, "failed").map((lane) => renderFailure(lane, colors, width));
  return `\n${[...failures, applySummary(state, colors, { run, leftOut, width })].join("\n\n")}\n`;
}
