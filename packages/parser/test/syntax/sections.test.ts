import { beforeEach, describe, expect, it, vi } from "vitest";
import { shapes } from "../../../../bench/shapes.ts";
import { format, formatTokens, parse, textOf } from "../../src/index.ts";
import type * as lexer from "../../src/syntax/lexer.ts";
import { source } from "./marked.ts";
import { outlineBody } from "./outline.ts";

const lexed = vi.hoisted(() => ({ characters: 0 }));

vi.mock(import("../../src/syntax/lexer.ts"), async (original) => {
  const actual: typeof lexer = await original();
  const tokenize: typeof actual.tokenize = (...asked) => {
    const [text, , start, end] = asked;
    lexed.characters += (end ?? text.length) - (start ?? 0);
    return actual.tokenize(...asked);
  };
  return { ...actual, tokenize };
});

beforeEach(() => {
  lexed.characters = 0;
});

const room = `room "mri" {
  beds = [1, 2]
  note = <<-EOT
    A heredoc in which
}

    looks like the end of a block. \${beds}
  EOT
}
`;

describe("a file of many sections", () => {
  it("is read as if it were one", () => {
    const { value, diagnostics } = parse(source(room.repeat(500)));
    const one = outlineBody(parse(source(room)).value.body);
    expect(diagnostics).toEqual([]);
    expect(outlineBody(value.body)).toBe(Array.from({ length: 500 }, () => one).join("; "));
    expect(value.body.items.every((item) => textOf(item.span) === room.trimEnd())).toBe(true);
  });

  it.each([
    ["as it stands", room],
    ["with carriage returns", room.replaceAll("\n", "\r\n")],
    ["with comments", `# one\n${room}/* }\n}\n*/\n`],
    ["without order", 'room   "mri"{\nbeds=1\nb   =  2 # two\n}\na=1\nbcd=2\n'],
  ])("%s is laid out as if it were one", (_, text) => {
    const many = text.replaceAll(/^(?:beds|a|bcd)=.*\n/gm, "").repeat(500);
    const { value, diagnostics } = format(source(many));
    expect(diagnostics).toEqual([]);
    expect(value).toBe(formatTokens(source(many)));
  });

  it("knows an attribute from a section before", () => {
    const { diagnostics } = parse(source(`beds = 1\n${room.repeat(500)}beds = 2\n`));
    expect(diagnostics.map(({ code, related }) => [code, related?.[0]?.span.start])).toEqual([
      ["duplicate-attribute", 0],
    ]);
  });

  it.each([
    ["a block that is not closed", `${room.repeat(500)}room "ct" {\n${room}`, ["unclosed-block"]],
    ["a comment that is not closed", `${room.repeat(500)}/*\n${room.repeat(500)}`, ["unclosed-comment"]],
    [
      "a byte-order mark between sections",
      room.repeat(500).replaceAll("\nroom", "\n\uFEFFroom"),
      Array.from({ length: 101 }, (_, at) => (at < 100 ? "invalid-character" : "more-errors")),
    ],
  ])("%s is told", (_, text, codes) => {
    expect(parse(source(text)).diagnostics.map(({ code }) => code)).toEqual(codes);
  });
});

describe("of a text that is all", () => {
  const size = 200_000;
  it.each(Object.entries(shapes))("%s, no character is lexed more than six times", (_, shape) => {
    const text = shape(size);
    format(source(text));
    expect(lexed.characters).toBeLessThan(6 * text.length + 200_000);
  });
});
