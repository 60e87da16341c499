import { expect, test } from "vitest";
import { clock, duration } from "../../src/render/duration.ts";

test.each([
  [0, "0.0 s", "0:00"],
  [420, "0.4 s", "0:00"],
  [9949, "9.9 s", "0:09"],
  [9950, "10 s", "0:09"],
  [59_400, "59 s", "0:59"],
  [59_600, "1 min 0 s", "0:59"],
  [125_000, "2 min 5 s", "2:05"],
  [3_725_000, "1 h 2 min", "1:02:05"],
])("%i ms is %s, and %s on a clock", (milliseconds, said, shown) => {
  expect(duration(milliseconds)).toBe(said);
  expect(clock(milliseconds)).toBe(shown);
});
