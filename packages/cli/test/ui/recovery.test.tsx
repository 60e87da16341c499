import { renderToString } from "ink";
import { describe, expect, test } from "vitest";
import { initialRecover, type RecoverInput, recovering } from "../../src/recover/recover-state.ts";
import { describeUnfinished } from "../../src/recover/recover-view.ts";
import { theme } from "../../src/render/theme.ts";
import { Recovery } from "../../src/ui/recovery.tsx";
import { lookOf } from "../../src/ui/theme.ts";
import { replacement, runOf } from "../recover/unfinished.ts";
import { fakeTerminal } from "../terminal.ts";

const look = lookOf(fakeTerminal().io, theme(false));
const failure = {
  reason: "invalid",
  message: "SageMaker refused CreateWorkforce: the user pool is gone.",
} as const;

function shown(
  parts: readonly ReturnType<typeof replacement>[],
  inputs: readonly RecoverInput[],
  columns: number,
  rows = 40,
): string {
  const view = describeUnfinished({ run: runOf(...parts), parts });
  const state = inputs.reduce(recovering, initialRecover(view.choices));
  return `${renderToString(<Recovery view={view} state={state} size={{ columns, rows }} look={look} />, { columns })}\n`;
}

describe("the question how to end a run", () => {
  test.each([60, 80, 160])("at %i columns", async (columns) => {
    const states = [
      shown([replacement()], [], columns),
      shown(
        [
          replacement(
            { outcome: "failed", failure, stepsDone: 4, stepsBegun: 5 },
            { withheld: ["the workforce"] },
          ),
        ],
        [{ kind: "down" }],
        columns,
      ),
      shown([replacement()], [{ kind: "text", text: "3" }, { kind: "enter" }], columns),
      shown([replacement()], [{ kind: "cancel" }], columns),
    ];
    const text = states.join(`${"=".repeat(20)}\n`);
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(columns);
    await expect(text).toMatchFileSnapshot(`expected/recover-${columns}.txt`);
  });

  test("stays within a small screen", () => {
    const text = shown([replacement()], [], 80, 20);
    expect(text.trimEnd().split("\n").length).toBeLessThan(20);
    expect(text).toContain("more to do");
    expect(text).toContain("DeleteWorkforce animals: begun");
  });
});
