import type { ApplyEvent } from "@wf/engine";
import { describe, expect, test } from "vitest";
import { showProgress } from "../../src/ui/run-progress.tsx";
import { eventfulRun, eventfulViews, planView, runUntil, smoothRun, wildlifeCreated } from "../builders.ts";
import { fakeTerminal } from "../terminal.ts";

const wildlife = wildlifeCreated();

/** Events at once, then silence until `until` resolves. */
async function* eventsOf(
  events: readonly ApplyEvent[],
  until: Promise<unknown> = Promise.resolve(),
): AsyncGenerator<ApplyEvent> {
  yield* events;
  await until;
}

describe("the screen of a run", () => {
  test("leaves the folded lanes and the summary in the scrollback", async () => {
    const terminal = fakeTerminal();
    const end: ApplyEvent = {
      kind: "apply-finished",
      finished: 1,
      failed: 0,
      stopped: 0,
      elapsedMilliseconds: 3000,
    };
    const calls: string[] = [];
    await showProgress(terminal.io, planView(wildlife), eventsOf([...smoothRun(wildlife), end]), {
      onStop: () => calls.push("stop"),
      onLeave: () => calls.push("leave"),
    });
    expect(calls).toEqual([]);
    expect(terminal.isRaw()).toBe(false);
    const written = terminal.written();
    expect(written.split("✓  0:03  eu-west-1  workforce.wildlife  3 steps")).toHaveLength(2);
    expect(written.endsWith("\nApply complete: 1 region, 3 steps in 3.0 s.\n")).toBe(true);
  });

  test("tells failures in full at the end", async () => {
    const terminal = fakeTerminal();
    await showProgress(
      terminal.io,
      planView(...Object.values(eventfulViews)),
      eventsOf(eventfulRun(eventfulViews)),
      {
        onStop: () => undefined,
        onLeave: () => undefined,
      },
    );
    const end = terminal.written().slice(terminal.written().lastIndexOf("Error:"));
    expect(end).toContain("us-east-1, workforce.radiology, failed at step 5 of 6");
    expect(end).toContain("To continue, run wf apply again");
  });

  test("stops at the first Ctrl-C and leaves at the second, whether or not the run ends", async () => {
    const terminal = fakeTerminal();
    const calls: string[] = [];
    const never = new Promise<never>(() => undefined);
    const shown = showProgress(terminal.io, planView(wildlife), eventsOf(runUntil(wildlife, 2), never), {
      onStop: () => calls.push("stop"),
      onLeave: () => calls.push(`leave, raw: ${terminal.isRaw()}`),
    });
    await terminal.send("\u0003");
    expect(calls).toEqual(["stop"]);
    await terminal.send("");
    await terminal.send("\u0003");
    await shown;
    expect(calls).toEqual(["stop", "leave, raw: false"]);
    expect(terminal.written()).toContain("Finishing the running calls; Ctrl-C again leaves now.");
    expect(terminal.written()).toContain("left at step 2 of 3, wait");
  });

  test("gives the terminal back when the run breaks", async () => {
    const terminal = fakeTerminal();
    const broken = eventsOf(runUntil(wildlife, 2), Promise.reject(new Error("a bug")));
    const shown = showProgress(terminal.io, planView(wildlife), broken, {
      onStop: () => undefined,
      onLeave: () => undefined,
    });
    await expect(shown).rejects.toThrow("a bug");
    expect(terminal.isRaw()).toBe(false);
  });

  test("does not move for a screen reader", async () => {
    const terminal = fakeTerminal({ INK_SCREEN_READER: "true" });
    const pause = new Promise((resolve) => setTimeout(resolve, 400));
    await showProgress(terminal.io, planView(wildlife), eventsOf(runUntil(wildlife, 2), pause), {
      onStop: () => undefined,
      onLeave: () => undefined,
    });
    expect(terminal.written()).not.toContain("⠋");
    expect(terminal.written().split("2/3  wait until wildlife is Active").length).toBeLessThan(4);
  });
});
