import type { ReactNode } from "react";
import type { DoctorCheck } from "../doctor/doctor-check.ts";
import { doctor, type DoctorState, initialDoctor } from "../doctor/doctor-state.ts";
import { runChecks } from "../doctor/run-checks.ts";
import type { Io } from "../io.ts";
import { doctorLines, doctorSummary } from "../render/doctor-text.ts";
import type { Theme } from "../render/theme.ts";
import { defaultWidth } from "../render/width.ts";
import { DoctorScreen } from "./doctor-screen.tsx";
import { mount } from "./mount.ts";
import { lookOf } from "./theme.ts";

const frameMilliseconds = 100;

/** Shows the checks while they are made; at the end the whole list stays in the scrollback, as plain text. */
export async function showChecklist(
  io: Io,
  checks: readonly DoctorCheck[],
  colors: Theme,
): Promise<DoctorState> {
  const { stdout } = io;
  const look = lookOf(io, colors);
  const left = Promise.withResolvers<"left">();
  let state = initialDoctor(checks);
  let frame = 0;
  const screen = (): ReactNode => (
    <DoctorScreen state={state} frame={frame} look={look} onLeave={() => left.resolve("left")} />
  );
  const instance = mount(io, screen());
  const timer = look.still
    ? undefined
    : setInterval(() => {
        frame += 1;
        instance.rerender(screen());
      }, frameMilliseconds);
  let outcome: "left" | "ended" | undefined;
  try {
    const made = runChecks(checks, (event) => {
      state = doctor(state, event);
      if (look.still) instance.rerender(screen());
    });
    outcome = await Promise.race([made.then(() => "ended" as const), left.promise]);
    await instance.waitUntilRenderFlush();
    instance.clear();
  } finally {
    clearInterval(timer);
    instance.unmount();
    await instance.waitUntilExit();
  }
  const lines = doctorLines(state, 0, checks.length, colors, stdout.columns ?? defaultWidth);
  stdout.write(`${[...lines, "", doctorSummary(state, colors)].join("\n")}\n`);
  // Nobody waits for the answers that are still to come.
  if (outcome === "left") process.kill(process.pid, "SIGINT");
  return state;
}
