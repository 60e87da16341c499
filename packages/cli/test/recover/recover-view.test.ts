import { describe, expect, test } from "vitest";
import { describeUnfinished } from "../../src/recover/recover-view.ts";
import { newestUnfinished } from "../../src/recover/unfinished-run.ts";
import { stepWindow } from "../../src/ui/step-window.ts";
import { replacement, runOf } from "./unfinished.ts";

function described(part: ReturnType<typeof replacement>): ReturnType<typeof describeUnfinished> {
  return describeUnfinished({ run: runOf(part), parts: [part] });
}

describe("of an unfinished run is told", () => {
  test.each([
    [0, 1, "begun,open,open,open,open,open,open,open", []],
    [2, 3, "done,done,begun,open,open,open,open,open", ['work team "spotters"', 'work team "vets"']],
    [
      3,
      3,
      "done,done,done,open,open,open,open,open",
      ['work team "spotters"', 'work team "vets"', 'workforce "animals"'],
    ],
    [7, 8, "done,done,done,done,done,done,done,begun", ['work team "vets"', 'workforce "animals"']],
  ])("after %i steps what was done and what is gone", (stepsDone, stepsBegun, states, gone) => {
    const [target] = described(replacement({ stepsDone, stepsBegun })).targets;
    expect(target?.steps.map(({ state }) => state).join()).toBe(states);
    expect(target?.gone).toEqual(gone);
  });

  test("nothing as gone that was put back", () => {
    const part = replacement({ outcome: "failed", restored: true });
    expect(described(part).targets[0]?.gone).toEqual([]);
  });

  test.each([
    ["that nothing was deleted", undefined, "there is nothing to put back"],
    ["what was not written down", { withheld: ["the workforce"] }, "did not write them down (the workforce)"],
  ])("why it cannot be rolled back: %s", (_, snapshot, message) => {
    const part = { ...replacement({}), snapshot: replacement({}, snapshot).snapshot };
    const choices = described(snapshot === undefined ? { ...part, snapshot: undefined } : part).choices;
    expect(choices.map(({ way, obstacle }) => [way, obstacle !== undefined])).toEqual([
      ["continue", false],
      ["rollback", true],
      ["forget", false],
    ]);
    expect(choices[1]?.obstacle).toContain(message);
  });

  test("others' words without what moves the cursor", () => {
    const failure = { reason: "invalid", message: "The pool \u001b[2Jis gone." } as const;
    expect(described(replacement({ outcome: "failed", failure })).targets[0]?.verdict).toBe(
      "Failed, 2 of 8 steps done. The pool \\u001b[2Jis gone.",
    );
  });
});

test("a run that a later one got done is not unfinished", () => {
  const older = runOf(replacement());
  const newer = runOf(replacement({ outcome: "finished", stepsDone: 8 }));
  expect(newestUnfinished([older])?.parts).toHaveLength(1);
  expect(newestUnfinished([newer, older])).toBeUndefined();
  expect(newestUnfinished([])).toBeUndefined();
});

test.each([
  [20, 0, 0, 8],
  [8, 0, 0, 8],
  [5, 1, 4, 3],
  [1, 2, 5, 1],
])("in %i rows stand the steps around the one at which the run ended", (rows, above, below, count) => {
  const steps = described(replacement()).targets[0]?.steps ?? [];
  const { shown, doneAbove, openBelow } = stepWindow(steps, rows);
  expect([doneAbove, openBelow, shown.length]).toEqual([above, below, count]);
  expect(shown.some(({ state }) => state === "begun")).toBe(true);
});
