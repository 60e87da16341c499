import type { Approval, TargetView } from "@wf/engine";
import { describe, expect, test } from "vitest";
import { type ApprovalSubject, askApproval } from "../../src/ui/run-approval.tsx";
import { planView, radiologyReplaced, wildlifeCreated } from "../builders.ts";
import { fakeTerminal } from "../terminal.ts";

const names: Approval = {
  kind: "names",
  losing: [{ target: { account: undefined, region: "us-east-1" }, workforce: "radiology" }],
};
const yes: Approval = { kind: "yes" };

function subject(approval: Approval, ...targets: readonly TargetView[]): ApprovalSubject {
  return { view: planView(...targets), approvalOf: () => approval, choosing: true };
}

/** Nobody answers a question that has just come up. */
const reading = async (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 350));

const cases: readonly (readonly [string, Approval, readonly string[], boolean, string])[] = [
  ["yes, typed", yes, ["y", "e", "s", "\r"], true, "> yes"],
  ["the name, typed fast", names, ["radio", "logy", "\r"], true, "> radiology"],
  ["another word", yes, ["sure", "\r"], false, '"sure" is not "yes". Cancelled. Nothing was changed.'],
  ["yes where the name is asked for", names, ["yes", "\r"], false, '"yes" is not "radiology". Cancelled.'],
  ["Esc", yes, ["yes", "\u001B"], false, "Cancelled. Nothing was changed."],
  ["Ctrl-C", yes, ["yes", "\u0003"], false, "Cancelled."],
  ["Ctrl-D", yes, ["\u0004"], false, "Cancelled."],
  ["q", yes, ["q"], false, "Cancelled."],
  ["a typing error taken back", yes, ["yess", "\u007F", "\r"], true, "> yess"],
  [
    "a paste with Enter, then Esc",
    yes,
    ["yes\r", "\u001B"],
    false,
    "A line break that came with the text is not an Enter",
  ],
  ["a bracketed paste with Enter, then Esc", yes, ["\u001B[200~yes\r\u001B[201~", "\u001B"], false, "> yes"],
  ["Enter held down", yes, ["\r\r\r\r", "\r"], false, "Cancelled."],
  ["arrow keys around the answer", yes, ["\u001B[A", "ye", "\u001B[B", "s", "\r"], true, "> yes"],
];

describe("an approval on a terminal, answered with", () => {
  test.concurrent.each(cases)("%s", async (_, approval, keys, expected, shown) => {
    const terminal = fakeTerminal();
    const answer = askApproval(terminal.io, subject(approval, radiologyReplaced(), wildlifeCreated()));
    await reading();
    for (const each of keys) await terminal.send(each);
    expect((await answer).approved).toBe(expected);
    expect(terminal.written()).toContain(shown);
    expect(terminal.isRaw()).toBe(false);
  });

  test("a terminal that goes away", async () => {
    const terminal = fakeTerminal();
    const answer = askApproval(terminal.io, subject(yes, wildlifeCreated()));
    await terminal.send("yes");
    terminal.io.stdin.push(null);
    expect(await answer).toEqual({ approved: false });
  });

  test("nothing, because nothing is asked", async () => {
    const terminal = fakeTerminal();
    expect(await askApproval(terminal.io, subject({ kind: "nothing-to-do" }))).toMatchObject({
      approved: true,
    });
    expect(terminal.written()).toBe("");
  });
});
