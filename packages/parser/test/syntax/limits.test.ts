import { describe, expect, it } from "vitest";
import { parse } from "../../src/index.ts";
import { source } from "./marked.ts";

const deep = [
  ["lists", "[", "1", "]"],
  ["parentheses", "(", "1", ")"],
  ["objects", "{a = ", "1", "}"],
  ["calls", "max(", "1", ")"],
  ["indexes", "a[", "1", "]"],
  ["for expressions", "[for a in ", "b", " : a]"],
  ["conditionals", "a ? ", "b", " : c"],
] as const;

describe("nesting", () => {
  it.each(deep)("of %s may be 199 deep", (_, open, inner, close) => {
    const text = `a = ${open.repeat(199)}${inner}${close.repeat(199)}\n`;
    expect(parse(source(text)).diagnostics).toEqual([]);
  });

  it.each(deep)("of %s is refused beyond", (_, open, inner, close) => {
    const text = `a = ${open.repeat(5000)}${inner}${close.repeat(5000)}\n`;
    expect(parse(source(text)).diagnostics.map(({ code }) => code)).toEqual(["nesting-too-deep"]);
  });

  it.each([
    ["operators", `a = 1${" + 1".repeat(100_000)}\n`],
    ["steps", `a = b${".c".repeat(100_000)}\n`],
    ["splats", `a = b${"[*]".repeat(100_000)}\n`],
    ["signs", `a = ${"!".repeat(100_000)}b\n`],
  ])("of %s, which need no brackets, has an end as well", (_, text) => {
    expect(parse(source(text)).diagnostics.map(({ code }) => code)).toEqual(["nesting-too-deep"]);
  });
});

describe("directives", () => {
  it.each([
    [200, []],
    [201, ["nesting-too-deep"]],
    [50_000, ["nesting-too-deep"]],
  ])("%d deep: %j", (depth, codes) => {
    const text = `a = "${"%{if b}".repeat(depth)}c${"%{endif}".repeat(depth)}"\n`;
    expect(parse(source(text)).diagnostics.map(({ code }) => code)).toEqual(codes);
  });
});

describe("a number", () => {
  it("may have so many digits that a pattern would run out of stack", () => {
    expect(parse(source(`a = ${"1".repeat(20_000_000)}\n`)).diagnostics).toEqual([]);
  });
});

describe("a megabyte", () => {
  const size = 1_000_000;
  // A read of a megabyte is a matter of half a second; quadratic, it would be one of hours.
  it.each([
    ["opening brackets", "[".repeat(size)],
    ["closing brackets", "}".repeat(size)],
    ["one template", `a = "${"${b}".repeat(size / 4)}"\n`],
    ["one heredoc", `a = <<-EOT\n${"  line\n".repeat(size / 7)}EOT\n`],
    ["one object", `a = {\n${"b = 1\n".repeat(size / 6)}}\n`],
    ["one list", `a = [${"1,".repeat(size / 2)}]\n`],
    ["strings cut off in interpolations", 'a = "${b("\n'.repeat(size / 11)],
    ["newlines", "\n".repeat(size)],
    ["comments", "/*".repeat(size / 2)],
    ["one number of three parts", `a = ${"1".repeat(size)}.1.1\n`],
    ["backticks", "`".repeat(size)],
  ])("of %s takes seconds at most", (_, text) => {
    const start = performance.now();
    parse(source(text));
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
