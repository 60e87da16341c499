import { expect, test } from "vitest";
import { said, shown } from "./evaluated.ts";

test.each([
  ["abs(-12.4)", "12.4"],
  ["ceil(5.1)", "6"],
  ["ceil(-5.1)", "-5"],
  ["floor(4.9)", "4"],
  ["floor(-4.9)", "-5"],
  ["log(16, 2)", "4"],
  ["max(5, 12, 9)", "12"],
  ["max([5, 12, 9]...)", "12"],
  ["min(5, 12, 9)", "5"],
  ['parseint("FF", 16)', "255"],
  ['parseint("-1011011101", 2)', "-733"],
  ['parseint("aA", 62)', "656"],
  ["parseint(100, 10)", "100"],
  ["pow(3, 2)", "9"],
  ["pow(4, 0)", "1"],
  ["signum(-13)", "-1"],
  ["signum(0)", "0"],
  ["sum([10, 13, 6, 4.5])", "33.5"],
  ['sum(toset(["1", "2"]))', "3"],
  ["sum([0.1, 0.2]) == 0.3", "true"],
])("%s is %s", (expression, expected) => {
  expect(shown(expression)).toBe(expected);
});

test.each([
  ['abs("lynx")', "invalid-argument", '"lynx"'],
  ["abs()", "missing-argument", ")"],
  ["abs(1, 2)", "surplus-argument", "2"],
  ["abs(null)", "invalid-argument", "null"],
  ["max()", "missing-argument", ")"],
  ['parseint("FG", 16)', "invalid-argument", '"FG"'],
  ['parseint("1", 63)', "invalid-argument", "63"],
  ["sum([])", "invalid-argument", "[]"],
  ['sum(["lynx"])', "invalid-argument", '["lynx"]'],
  ["pow(0, -1)", "function-failed", "pow(0, -1)"],
])("%s is refused as %s at %s", (expression, code, place) => {
  expect(said(expression).map(([code, place]) => [code, place])).toEqual([[code, place]]);
});
