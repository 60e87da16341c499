import type { Approval } from "@wf/engine";
import { describe, expect, test } from "vitest";
import { askApproval } from "../../src/ui/run-approval.tsx";
import { planView, radiologyReplaced, wildlifeCreated } from "../builders.ts";
import { fakeTerminal } from "../terminal.ts";

const names: Approval = { kind: "names", names: ["radiology"] };
const yes: Approval = { kind: "yes" };

const cases: readonly (readonly [string, Approval, readonly string[], boolean, string])[] = [
  ["yes, typed", yes, ["y", "e", "s", "\r"], true, "> yes"],
  ["the name, typed fast", names, ["radio", "logy", "\r"], true, "> radiology"],
  ["another word", yes, ["sure", "\r"], false, '"sure" is not "yes". Apply cancelled. Nothing was changed.'],
  [
    "yes where the name is asked for",
    names,
    ["yes", "\r"],
    false,
    '"yes" is not "radiology". Apply cancelled.',
  ],
  ["Esc", yes, ["yes", "\u001B"], false, "Apply cancelled. Nothing was changed."],
  ["Ctrl-C", yes, ["yes", "\u0003"], false, "Apply cancelled."],
  ["Ctrl-D", yes, ["\u0004"], false, "Apply cancelled."],
  ["q", yes, ["q"], false, "Apply cancelled."],
  ["a typing error taken back", yes, ["yess", "\u007F", "\r"], true, "> yess"],
  [
    "a paste with Enter, then Esc",
    yes,
    ["yes\r", "\u001B"],
    false,
    "Text pasted with a line break is not an answer",
  ],
  [
    "a bracketed paste with Enter, then Esc",
    yes,
    ["\u001B[200~yes\r\u001B[201~", "\u001B"],
    false,
    "Text pasted with a line break is not an answer",
  ],
  ["Enter held down", yes, ["\r\r\r\r", "\r"], false, "Apply cancelled."],
  ["arrow keys and tabs around the answer", yes, ["\u001B[A", "ye", "\t", "s", "\r"], true, "> yes"],
];

describe("an approval on a terminal, answered with", () => {
  test.each(cases)("%s", async (_, approval, keys, expected, shown) => {
    const terminal = fakeTerminal();
    const answer = askApproval(terminal.io, approval, planView(radiologyReplaced(), wildlifeCreated()));
    for (const each of keys) await terminal.send(each);
    expect(await answer).toBe(expected);
    expect(terminal.written()).toContain(shown);
    expect(terminal.isRaw()).toBe(false);
  });

  test("a terminal that goes away", async () => {
    const terminal = fakeTerminal();
    const answer = askApproval(terminal.io, yes, planView(wildlifeCreated()));
    await terminal.send("yes");
    terminal.io.stdin.push(null);
    expect(await answer).toBe(false);
  });

  test("nothing, because nothing is asked", async () => {
    const terminal = fakeTerminal();
    expect(await askApproval(terminal.io, { kind: "nothing-to-do" }, planView())).toBe(true);
    expect(terminal.written()).toBe("");
  });
});
