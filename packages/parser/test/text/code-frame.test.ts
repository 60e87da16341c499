import { describe, expect, it } from "vitest";
import { codeFrame, renderCodeFrame, span } from "../../src/index.ts";
import { marked } from "../syntax/marked.ts";

function frame(text: string, options: { readonly context?: number; readonly width?: number } = {}): string {
  const { source, places } = marked(text);
  const [[start, end] = [0, 0]] = places;
  return renderCodeFrame(span(source, start, end), options);
}

describe("a code frame", () => {
  it.each([
    [
      "marks a place between the lines around it",
      "a = 1\nb = «mri»\nc = 3\n",
      "1 | a = 1\n2 | b = mri\n  |     ^^^\n3 | c = 3",
    ],
    ["marks the end of the text", "a = [«»", "1 | a = [\n  |      ^"],
    ["marks a line's end", "a =«\n»b = 1\n", "1 | a =\n  |    ^\n2 | b = 1"],
    ["marks every line of a place", "a = «[\n1]»\n", "1 | a = [\n  |     ^\n2 | 1]\n  | ^^\n3 |"],
    ["expands tabs", "\ta\t= «b»", "1 |     a   = b\n  |           ^"],
    ["gives wide characters two columns", "a = 今日 «b»", "1 | a = 今日 b\n  |          ^"],
    ["gives combining marks none", "e\u0301 = «b»", "1 | e\u0301 = b\n  |     ^"],
    ["gives emoji two, families too", 'a = "👩‍👩‍👧" «b»', '1 | a = "👩‍👩‍👧" b\n  |          ^'],
    ["shows control characters", "a = «\u001b[31m»b", "1 | a = <U+001B>[31mb\n  |     ^^^^^^^^^^^^"],
    ["shows what would turn the text around", "a = «\u202e»b", "1 | a = <U+202E>b\n  |     ^^^^^^^^"],
    ["shows a carriage return within a line", "a\rb = «c»", "1 | a<U+000D>b = c\n  |              ^"],
  ])("%s", (_, text, expected) => {
    expect(frame(text)).toBe(expected);
  });

  it("cuts a long line around its place", () => {
    const text = frame(`a = "${"x".repeat(500)}«y»${"z".repeat(500)}"`, { width: 30 });
    expect(text).toBe("1 | …xxxxxxxxxxyzzzzzzzzzzzzzzzzzzz…\n  |            ^");
  });

  it("shows the first and last lines of a long place", () => {
    const text = frame(`«a = [\n${"1,\n".repeat(50)}]»\n`, { context: 0 });
    expect(
      text
        .split("\n")
        .filter((line) => /^\s*\d/.test(line))
        .map((line) => line.trim().split(" ")[0]),
    ).toEqual(["1", "2", "3", "4", "5", "49", "50", "51", "52"]);
  });

  it("takes a megabyte in one line", () => {
    const { source } = marked(`a = "${"x".repeat(1_000_000)}"`);
    const start = performance.now();
    expect(codeFrame(span(source, 500_000, 900_000))[0]?.text.length).toBeLessThan(110);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
