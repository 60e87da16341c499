import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { stopOnSignal } from "../src/stop-on-signal.ts";

const listeners = (): number => process.listenerCount("SIGTERM") + process.listenerCount("SIGINT");

/** A process that nothing listens for would end with the signal, and the tests with it. */
const keptAlive = (): void => undefined;

beforeAll(() => void process.on("SIGTERM", keptAlive).on("SIGINT", keptAlive));
afterAll(() => void process.off("SIGTERM", keptAlive).off("SIGINT", keptAlive));

describe("while work goes on", () => {
  test.each<readonly [string, readonly NodeJS.Signals[], number]>([
    ["that is listened for", ["SIGTERM"], 1],
    ["that is not listened for", ["SIGINT"], 0],
  ])("a signal %s asks it to stop that often", async (_, signals, times) => {
    const stop = vi.fn<() => void>();
    await stopOnSignal(signals, stop, async () => {
      process.emit("SIGTERM");
      // The second one is for whoever else listens, or ends the process.
      process.emit("SIGTERM");
    });
    expect(stop).toHaveBeenCalledTimes(times);
  });
});

test.each<readonly [string, () => Promise<unknown>]>([
  ["has ended", () => Promise.resolve("done")],
  ["broke", () => Promise.reject(new Error("a bug"))],
])("nothing listens any more when the work %s", async (_, work) => {
  const counts = [listeners()];
  const ended = stopOnSignal(
    ["SIGINT", "SIGTERM"],
    () => undefined,
    async () => {
      counts.push(listeners());
      return work();
    },
  );
  await Promise.allSettled([ended]);
  counts.push(listeners());
  expect(counts).toEqual([2, 4, 2]);
});
