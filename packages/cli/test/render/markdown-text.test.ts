import { describe, expect, test } from "vitest";
import { clip } from "../../src/render/clip.ts";
import { code, fenced, folded, inCell, prose } from "../../src/render/markdown-text.ts";

describe("other people's text in Markdown", () => {
  test.each([
    ["plain", code("radiology"), "`radiology`"],
    ["with backticks", code("a``b"), "```a``b```"],
    ["that begins with one", code("`a"), "`` `a ``"],
    ["of blanks", code(" "), "`\\u0020`"],
    ["that is empty", code(""), "(empty)"],
    ["of many lines", code("a\nb"), "`a\\u000ab`"],
  ])("as code: %s", (_, shown, expected) => {
    expect(shown).toBe(expected);
  });

  test.each([
    ['There is no "vets" (yet).', "There is no `vets` (yet)."],
    ["Ask @octocat, or see #12.", "Ask `@octocat`, or see `#12`."],
    ['a "b', 'a "b'],
    ["3 work teams", "`3` work teams"],
    ["of 3 work teams", "of 3 work teams"],
    ["see decade1 and gh-12", "see `decade1` and `gh-12`"],
  ])("as a sentence: %s", (text, expected) => {
    expect(prose(text)).toBe(expected);
  });

  test("in a block whose fence is longer than any in it", () => {
    expect(fenced("text", ["a", "````", "b"])).toBe("`````text\na\n````\nb\n`````");
    expect(fenced("text", ["a"])).toBe("```text\na\n```");
  });

  test("in a title, without HTML", () => {
    expect(folded(["Steps of ", { name: '<b>"A&B"</b>' }], "body")).toContain(
      "<summary>Steps of <code>&lt;b&gt;&quot;A&amp;B&quot;&lt;/b&gt;</code></summary>",
    );
  });

  test("in a cell, which no bar ends", () => {
    expect(inCell("a|b")).toBe("a\\|b");
    expect(inCell("a\\|b")).toBe("a\\u005c\\|b");
  });
});

test.each([
  ["abcde", 5, "abcde"],
  ["abcdef", 5, "abcd… (2 more characters)"],
  ["abc🦊e", 5, "abc… (3 more characters)"],
])("%s is clipped to %i", (text, most, expected) => {
  expect(clip(text, most)).toBe(expected);
});
