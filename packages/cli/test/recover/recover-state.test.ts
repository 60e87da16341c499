import { describe, expect, test } from "vitest";
import { initialRecover, type RecoverInput, recovering } from "../../src/recover/recover-state.ts";
import { describeUnfinished } from "../../src/recover/recover-view.ts";
import { replacement, runOf } from "./unfinished.ts";

const possible = replacement();
const impossible = replacement({}, { withheld: ["the workforce"] });
const up: RecoverInput = { kind: "up" };
const down: RecoverInput = { kind: "down" };
const enter: RecoverInput = { kind: "enter" };
const typed = (text: string): RecoverInput => ({ kind: "text", text });

describe("how an unfinished run is ended", () => {
  const cases: readonly (readonly [string, typeof possible, readonly RecoverInput[], string])[] = [
    ["Enter goes on", possible, [enter], "continue"],
    ["the second rolls back", possible, [down, enter], "rollback"],
    ["a number marks", possible, [typed("2"), enter], "rollback"],
    ["what cannot be is not chosen", impossible, [down, enter], "asking"],
    ["forgetting asks once more", possible, [typed("3"), enter], "asking"],
    ["forgetting with y", possible, [down, down, enter, typed("y")], "forget"],
    ["Enter held down forgets nothing", possible, [down, down, enter, enter, enter, enter], "asking"],
    [
      "another key goes back, and Enter asks again",
      possible,
      [typed("3"), enter, typed("n"), enter],
      "asking",
    ],
    ["a pasted y of something else forgets nothing", possible, [typed("3"), enter, typed("yes\r")], "asking"],
    ["it goes up no further than the first", possible, [up, up, enter], "continue"],
    ["it goes down no further than the last", possible, [down, down, down, down, up, enter], "rollback"],
    ["q leaves", possible, [typed("q")], "cancelled"],
    ["Esc leaves the second question too", possible, [typed("3"), enter, { kind: "cancel" }], "cancelled"],
    ["nothing counts after the end", possible, [typed("q"), enter], "cancelled"],
  ];
  test.each(cases)("%s", (_, part, inputs, outcome) => {
    const { choices } = describeUnfinished({ run: runOf(part), parts: [part] });
    expect(inputs.reduce(recovering, initialRecover(choices)).outcome).toBe(outcome);
  });
});
