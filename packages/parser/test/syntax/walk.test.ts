import { describe, expect, it } from "vitest";
import {
  children,
  itemsAt,
  parse,
  parseExpression,
  references,
  textOf,
  traversalOf,
} from "../../src/index.ts";
import { source } from "./marked.ts";

describe("the references of an expression", () => {
  it.each([
    [
      "are its names with their steps",
      'var.rooms["mri"].beds[0] + local.depth',
      ['var.rooms["mri"].beds[0]', "local.depth"],
    ],
    ["end where a key is to be evaluated", "local.rooms[var.room].name", ["local.rooms", "var.room"]],
    ["end before a splat", "local.rooms[*].name", ["local.rooms"]],
    [
      "are found in templates",
      '"${a}%{if b}${c}%{endif}%{for d in e}${d}${f}%{endfor}"',
      ["a", "b", "c", "e", "f"],
    ],
    ["leave out what a for binds", "[for k, v in rooms : v.name if k != site]", ["rooms", "site"]],
    ["are found in keys, but not keys that are names", "{mri = a, (ct) = b}", ["a", "ct", "b"]],
    ["leave out functions", "upper(a)", ["a"]],
  ])("%s", (_, text, expected) => {
    const { value } = parseExpression(source(text));
    expect(references(value).map(({ span }) => textOf(span))).toEqual(expected);
  });

  it("say what each step is", () => {
    const traversal = traversalOf(parseExpression(source('var.rooms["mri"][0]')).value);
    expect(traversal?.root).toBe("var");
    expect(traversal?.steps).toMatchObject([
      { kind: "attribute", name: "rooms" },
      { kind: "index", key: "mri", isNumber: false },
      { kind: "index", key: "0", isNumber: true },
    ]);
  });
});

describe("a position", () => {
  it("has the blocks around it and its attribute", () => {
    const text = "site {\n  room {\n    depth = 1\n  }\n}\n";
    const { value } = parse(source(text));
    const items = itemsAt(value.body, text.indexOf("1"));
    expect(items.map((item) => (item.kind === "block" ? item.type.name : item.name.name))).toEqual([
      "site",
      "room",
      "depth",
    ]);
  });
});

describe("the children of an expression", () => {
  it("are its parts in source order", () => {
    const { value } = parseExpression(source("a ? [b] : {(c) = d}"));
    expect(children(value).map(({ span }) => textOf(span))).toEqual(["a", "[b]", "{(c) = d}"]);
    expect(
      children(value)
        .flatMap(children)
        .map(({ span }) => textOf(span)),
    ).toEqual(["b", "(c)", "d"]);
  });
});
