import { describe, expect, it } from "vitest";
import { format, parse, positionAt } from "../../src/index.ts";
import { source } from "../syntax/marked.ts";

describe("a file with more errors than anyone reads", () => {
  it.each([
    ["lines that are none", "= 1\n".repeat(100_000)],
    ["lines that are none in a block", `room "mri" {\n${"  = 1\n".repeat(100_000)}}\n`],
    ["strings that are not closed", 'beds = "three\n'.repeat(100_000)],
    ["attributes set again", "beds = 1\n".repeat(100_000)],
    ["characters that mean nothing", "beds = `\n".repeat(100_000)],
  ])("%s: the first hundred are told, and that there are more", (_, text) => {
    const { diagnostics } = parse(source(text));
    expect(diagnostics).toHaveLength(101);
    expect(diagnostics.slice(0, -1).map(({ code }) => code)).not.toContain("more-errors");
    expect(diagnostics.at(-1)?.code).toBe("more-errors");
  });

  it("with a hundred, all are told", () => {
    const { diagnostics } = parse(source("= 1\n".repeat(100)));
    expect(diagnostics.map(({ code }) => code)).toEqual(Array.from({ length: 100 }, () => "item-expected"));
  });

  it("format leaves it as it is", () => {
    const text = `beds   =   1\n${"= 1\n".repeat(100_000)}`;
    expect(format(source(text)).value).toBe(text);
  });
});

describe("a position", () => {
  it.each([
    ["a", 0, { line: 1, column: 1, byte: 0 }],
    ["ä\nb🦬c", 2, { line: 2, column: 1, byte: 3 }],
    ["ä\nb🦬c", 5, { line: 2, column: 3, byte: 8 }],
    ["ä\r\n今日\n", 6, { line: 3, column: 1, byte: 11 }],
  ])("in %j at %d", (text, offset, position) => {
    expect(positionAt(source(text), offset)).toEqual(position);
  });
});
