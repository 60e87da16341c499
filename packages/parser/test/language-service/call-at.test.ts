import { expect, test } from "vitest";
import { callAt } from "../../src/index.ts";
import { atCursor } from "./cursor.ts";

test.each([
  ["a = join(|", "join 0"],
  ["a = join(|)", "join 0"],
  ['a = join(", ",|)', "join 1"],
  ['a = join(", ", [1, 2, |3])', "join 1"],
  ['a = join(", ", { b = "c, d|" })', "join 1"],
  ['a = join(",", lower(|))', "lower 0"],
  ['a = join(",", lower("B"), |', "join 2"],
  ['a = "${join(",", |', "join 1"],
  ['a = "${join(",", "${lower(|', "lower 0"],
  ["a = max(\n  1,\n  |\n)", "max 1"],
  ["a = max((|", "max 0"],
  ["a = max((1 + 2), |", "max 1"],
  ["a = max(1, |\nb = 2", "max 1"],
  ["a = <<EOT\n${lower(|", "lower 0"],
  ["a = nobody(|", "nobody 0"],
  ["a = max([for b in (1, |", "max 0"],
  ["a = max([for b in c : b if (|", "max 0"],
  ["a = max|(1)", undefined],
  ["a = max(1)|", undefined],
  ["a = (1, |", undefined],
  ["a = [1, |", undefined],
  ['a = "max(|"', undefined],
  ["|", undefined],
])("%s is in %s", (text, expected) => {
  const { source, offset } = atCursor(text);
  const call = callAt(source, offset);
  expect(call && `${call.name} ${call.argument}`).toBe(expected);
});
