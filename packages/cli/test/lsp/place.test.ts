import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Source, span } from "@wf/parser";
import { toOffset, toPosition, toRange } from "../../src/lsp/place.ts";

const source = (text: string): Source => ({ name: "main.wf.hcl", text });

describe("a place counts UTF-16 units", () => {
  const cases: readonly (readonly [
    what: string,
    text: string,
    of: string,
    line: number,
    character: number,
  ])[] = [
    ["in ASCII", "a = 1\nb = 2\n", "2", 1, 4],
    ["behind an emoji of two units", 'a = "🦊" # fox', "#", 0, 9],
    ["behind a family of emoji", '"👩‍👩‍👧" x', "x", 0, 11],
    ["behind a combining mark", "e\u0301 x", "x", 0, 3],
    ["behind a byte-order mark that the editor kept", "\uFEFFx", "x", 0, 1],
    ["after CRLF", "a\r\nb\r\nx", "x", 2, 0],
    ["after a lone carriage return", "a\rx", "x", 1, 0],
    ["not behind a line separator, which ends no line", "a\u2028x", "x", 0, 2],
    ["at the end", "a\n", "", 1, 0],
  ];
  test.each(cases)("%s", (_, text, of, line, character) => {
    const at = of === "" ? text.length : text.indexOf(of);
    expect(toPosition(source(text), at)).toEqual({ line, character });
    expect(toOffset(source(text), { line, character })).toBe(at);
  });
});

test("a range has both ends", () => {
  const text = 'a = "🦊"\r\nbird = 1\r\n';
  const place = span(source(text), text.indexOf("bird"), text.indexOf(" = 1"));
  expect(toRange(place)).toEqual({ start: { line: 1, character: 0 }, end: { line: 1, character: 4 } });
});

test("for any text and any offset but within a line's end, the offset comes back", () => {
  const piece = fc.oneof(
    fc.constantFrom("\n", "\r\n", "\r", "\uFEFF", "🦊", "👩‍👩‍👧", "e\u0301"),
    fc.string({ unit: "binary-ascii" }),
  );
  const texts = fc.array(piece).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(texts, fc.nat(), (text, number) => {
      const at = number % (text.length + 1);
      const within = text.charAt(at - 1) === "\r" && text.charAt(at) === "\n";
      const { line, character } = toPosition(source(text), at);
      expect(toOffset(source(text), { line, character })).toBe(within ? at - 1 : at);
      expect(line).toBe(text.slice(0, within ? at - 1 : at).split(/\r\n|\r|\n/).length - 1);
    }),
  );
});

test("a position beyond its line is the line's end, and one beyond the text the text's", () => {
  const text = source("ab\r\ncd");
  expect(toOffset(text, { line: 0, character: 99 })).toBe(2);
  expect(toOffset(text, { line: 99, character: 0 })).toBe(6);
});
