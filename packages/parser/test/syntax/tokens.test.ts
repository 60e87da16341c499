import { describe, expect, it } from "vitest";
import { isIdentifier } from "../../src/index.ts";
import { createLexer } from "../../src/syntax/tokens.ts";

describe("the lexer", () => {
  it("can look every token up by its first character", () => {
    expect(() => createLexer(true)).not.toThrow();
  });

  it("reads any character, so that it has no errors of its own", () => {
    const everything = Array.from({ length: 0x1_00_00 }, (_, code) => String.fromCharCode(code)).join(" ");
    expect(
      createLexer()
        .tokenize(everything)
        .errors.filter(({ message }) => !message.includes("POP")),
    ).toEqual([]);
  });
});

describe("a name", () => {
  it.each([
    ["room", true],
    ["_room-3", true],
    ["röntgen", true],
    ["今日は", true],
    ["𝒜", true],
    ["3room", false],
    ["-room", false],
    ["room.bed", false],
    ["room ", false],
    ["", false],
  ])("%j: %j", (text, verdict) => {
    expect(isIdentifier(text)).toBe(verdict);
  });
});
