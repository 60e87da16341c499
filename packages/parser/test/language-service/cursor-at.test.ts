import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Cursor,
  cursorAt,
  definitionsIn,
  outlineOf,
  parse,
  subjectAt,
  textOf,
  usesIn,
} from "../../src/index.ts";
import { atCursor } from "./cursor.ts";

function brief({ blocks, place, word }: Cursor): string {
  const path = place.kind === "expression" ? place.path.map((each) => `${each}.`).join("") : "";
  const of = place.kind === "expression" || place.kind === "text" ? ` of ${place.attribute}` : "";
  return `${["file", ...blocks].join(" ")}: ${place.kind}${of} ${path}«${textOf(word)}»`;
}

describe("the cursor stands at", () => {
  const cases: readonly (readonly [text: string, where: string])[] = [
    ["|", "file: item «»"],
    ["wor|", "file: item «wor»"],
    ["wo|rkforce {}", "file: item «workforce»"],
    ['wf { stack = "a" }\n|', "file: item «»"],
    ['workforce "ra|', "file: nothing «ra»"],
    ["workforce radio|", "file: nothing «radio»"],
    ['workforce "a" {\n  |\n}', "file workforce: item «»"],
    ['workforce "a" {\n  reg|\n  name = "b"\n}', "file workforce: item «reg»"],
    ['workforce "a" {\n  region = |\n}', "file workforce: expression of region «»"],
    ['workforce "a" {\n  region = loc|\n}', "file workforce: expression of region «loc»"],
    ['workforce "a" {\n  region = local.|\n}', "file workforce: expression of region local.«»"],
    ['workforce "a" {\n  region = local.si|tes.a\n}', "file workforce: expression of region local.«sites»"],
    ['x = local["a b"].c.|', "file: expression of x local.a b.c.«»"],
    ['workforce "a" {\n  region = "eu-|west"\n}', "file workforce: text of region «eu-west»"],
    ['workforce "a" {\n  region = "|\n}', "file workforce: text of region «»"],
    ['workforce "a" {\n  region = "${|\n}', "file workforce: expression of region «»"],
    ['workforce "a" {\n  region = "${var.|}"\n}', "file workforce: expression of region var.«»"],
    ['workforce "a" {\n  region = "${var.x}-|"\n}', "file workforce: nothing «-»"],
    ['wf {\n  regions = ["eu-west-1", "u|"]\n}', "file wf: text of regions «u»"],
    ['workforce "a" {\n  oidc_config {\n    cl|', "file workforce oidc_config: item «cl»"],
    ['workforce "a" {\n  oidc_config {\n    client_id = "x\n    |', "file workforce oidc_config: item «»"],
    ['workforce "a" {\n  tags = {\n    a = v|\n  }\n}', "file workforce: expression of tags «v»"],
    ['workforce "a" {\n  tags = merge(\n    |\n  )\n}', "file workforce: expression of tags «»"],
    ['workforce "a" { region = | }', "file workforce: expression of region «»"],
    ['workforce "a" {\n  region = var.a |\n}', "file workforce: nothing «»"],
    ['workforce "a" {\n  region = lower("X").|\n}', "file workforce: nothing «»"],
    ['workforce "a" {\n  region = var.a == |\n}', "file workforce: expression of region «»"],
    ["# com|ment", "file: nothing «ment»"],
    ["# comment\n|", "file: item «»"],
    ["/* com| */", "file: nothing «»"],
    ["/* comment */ |", "file: item «»"],
    ["a = <<EOT\n te|xt\nEOT\n", "file: nothing « text»"],
    ["}\n}\nwor|", "file: item «wor»"],
    ["größe = lo|", "file: expression of größe «lo»"],
  ];
  test.each(cases)("%s", (text, expected) => {
    const { source, offset } = atCursor(text);
    expect(brief(cursorAt(source, offset))).toBe(expected);
  });
});

test("what is written already is known from both sides of the cursor, and from this body alone", () => {
  const text = `account "x" {}\nworkforce "a" {\n  region = "b"\n  oidc_config {\n    issuer = 1\n  }\n  |\n  tags = {\n    name = 1\n  }\n  workteam "c" {\n    groups = []\n  }\n}\nwf {}\n`;
  const { source, offset } = atCursor(text);
  expect(cursorAt(source, offset).written).toEqual(["region", "oidc_config", "tags", "workteam"]);
});

test("for any text and any offset, the word holds the cursor", () => {
  const piece = fc.constantFrom(
    "a",
    "var.a",
    "locals {",
    "{",
    "}",
    '"',
    "${",
    "\n",
    " = ",
    ".",
    "# ",
    "<<E\n",
    "E\n",
    "[",
    "]",
    "é",
    "🦊",
    "/*",
  );
  fc.assert(
    fc.property(fc.array(piece), fc.nat(), (pieces, number) => {
      const text = pieces.join("");
      const offset = number % (text.length + 1);
      const source = { name: "main.wf.hcl", text };
      const { word } = cursorAt(source, offset);
      const file = parse(source).value;
      expect(() => [
        subjectAt(file, offset),
        outlineOf(file),
        definitionsIn(file),
        usesIn(file),
      ]).not.toThrow();
      expect(word.start).toBeLessThanOrEqual(offset);
      expect(word.end).toBeGreaterThanOrEqual(offset);
    }),
  );
});
