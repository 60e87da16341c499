import { expect, test } from "vitest";
import { wrapAfter, wrapWords } from "../../src/render/wrap-words.ts";

test.each<[string, number, readonly string[]]>([
  ["", 4, [""]],
  ["lynx", 4, ["lynx"]],
  ["lynx owl", 8, ["lynx owl"]],
  ["lynx owl", 7, ["lynx", "owl"]],
  ["a\nb", 10, ["a", "b"]],
  ["放射線 科", 6, ["放射線", "科"]],
  ["https://idp.example.com a", 10, ["https://idp.example.com", "a"]],
])("%j in %i columns", (text, width, lines) => {
  expect(wrapWords(text, width)).toEqual(lines);
});

test("lines behind a lead are indented to it", () => {
  expect(wrapAfter("\u001B[33mWarning:\u001B[39m ", "lynx owl", 13)).toEqual([
    "\u001B[33mWarning:\u001B[39m lynx",
    "         owl",
  ]);
});
