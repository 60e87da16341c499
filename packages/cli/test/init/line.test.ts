import { describe, expect, test } from "vitest";
import { edit, type Line, type LineInput, lineOf } from "../../src/init/line.ts";

const typed = (text: string): LineInput => ({ kind: "text", text });
const left: LineInput = { kind: "move", to: "left" };
const erase: LineInput = { kind: "erase" };

/** The line with a bar where the cursor is. */
function shown({ text, cursor }: Line): string {
  return `${text.slice(0, cursor)}|${text.slice(cursor)}`;
}

describe("a line being typed", () => {
  const cases: readonly (readonly [string, string, readonly LineInput[], string])[] = [
    ["takes text at its end", "eu", [typed("-west")], "eu-west|"],
    ["takes text at the cursor", "ewest", [left, left, left, left, typed("u-")], "eu-|west"],
    ["loses the character before the cursor", "eu-", [erase], "eu|"],
    ["loses nothing at its start", "eu", [{ kind: "move", to: "start" }, erase], "|eu"],
    [
      "loses the character at the cursor",
      "eu",
      [{ kind: "move", to: "start" }, { kind: "erase-next" }],
      "|u",
    ],
    ["loses a word", "vets rangers ", [{ kind: "erase-word" }], "vets |"],
    ["loses everything", "vets", [{ kind: "erase-all" }], "|"],
    ["goes back to its end", "eu", [left, { kind: "move", to: "end" }], "eu|"],
    [
      "moves no further than it is long",
      "e",
      [left, left, { kind: "move", to: "right" }, { kind: "move", to: "right" }],
      "e|",
    ],
    ["counts a character beyond the basic plane as one", "🐆🐆", [left, erase], "|🐆"],
    ["takes the first line of a paste", "", [typed("eu-west-1\nrm -rf /\n")], "eu-west-1|"],
    ["takes no control characters", "", [typed("e\u001b[2Ju\u0007\u200b")], "e[2Ju|"],
    ["takes no paste that is endless", "eu", [typed("x".repeat(2000))], "eu|"],
  ];
  test.each(cases)("%s", (_, start, inputs, expected) => {
    expect(shown(inputs.reduce(edit, lineOf(start)))).toBe(expected);
  });
});
