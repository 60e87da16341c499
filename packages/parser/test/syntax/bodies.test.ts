import { describe, expect, it } from "vitest";
import { parse, textOf } from "../../src/index.ts";
import { source } from "./marked.ts";
import { outlineBody } from "./outline.ts";

describe("a body", () => {
  it.each([
    ["holds attributes and blocks in order", 'a = 1\nroom "mri" {\n}\nb = 2', 'a = 1; room "mri" {}; b = 2'],
    ["takes names as labels", 'team readers "first" {}', 'team "readers" "first" {}'],
    [
      "takes a block in one line",
      "lifecycle { prevent_destroy = true }",
      "lifecycle { prevent_destroy = true }",
    ],
    ["nests blocks", "a {\n  b {\n    c = 1\n  }\n}\n", "a { b { c = 1 } }"],
    ["has an attribute named for", "a {\n  for = 1\n  in = 2\n}", "a { for = 1; in = 2 }"],
    ["takes three forms of comments", "# a\na = 1 // b\n/* c\n d */ b = 2\n", "a = 1; b = 2"],
    ["takes a byte-order mark", "\uFEFFa = 1\n", "a = 1"],
    ["takes Windows line ends", "a = 1\r\nb {\r\n}\r\n", "a = 1; b {}"],
    ["may be empty", "", ""],
    ["goes on over lines inside brackets", "a = [\n  1,\n]\nb = (\n1)\n", "a = [1]; b = <1>"],
    ["unescapes labels", String.raw`room "a\"b" {}`, 'room "a"b" {}'],
  ])("%s", (_, text, tree) => {
    const { value, diagnostics } = parse(source(text));
    expect(diagnostics).toEqual([]);
    expect(outlineBody(value.body)).toBe(tree);
  });

  it("spans blocks, their headers and attributes", () => {
    const { value } = parse(source('room "mri" open {\n  depth = 1 + 2 # cm\n}\n'));
    const [block] = value.body.items;
    if (block?.kind !== "block") throw new Error("no block");
    expect(textOf(block.header)).toBe('room "mri" open');
    expect(textOf(block.span)).toBe('room "mri" open {\n  depth = 1 + 2 # cm\n}');
    expect(block.labels.map(({ span, quoted }) => [textOf(span), quoted])).toEqual([
      ['"mri"', true],
      ["open", false],
    ]);
    expect(block.body.items.map(({ span }) => textOf(span))).toEqual(["depth = 1 + 2"]);
  });
});
