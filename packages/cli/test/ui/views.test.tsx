import type { Approval as ApprovalKind } from "@wf/engine";
import { renderToString } from "ink";
import { describe, expect, test } from "vitest";
import { theme } from "../../src/render/theme.ts";
import { Approval } from "../../src/ui/approval.tsx";
import { type ApprovalInput, approve, initialApproval } from "../../src/ui/approval-state.ts";
import { laneLayout } from "../../src/ui/lane-name.tsx";
import { fitLanes } from "../../src/ui/lane-window.ts";
import { LiveLanes, Progress } from "../../src/ui/progress.tsx";
import { initialProgress, progress, type ProgressState } from "../../src/progress/progress-state.ts";
import { questionsOf } from "../../src/ui/questions.ts";
import { lookOf } from "../../src/ui/theme.ts";
import { addedRows } from "../../src/ui/use-reflow.ts";
import {
  deafIdentityProvider,
  eventfulRun,
  eventfulViews,
  planView,
  radiologyReplaced,
  runUntil,
  targetOf,
  wildlifeCreated,
} from "../builders.ts";
import { fakeTerminal } from "../terminal.ts";

const plain = theme(false);
const look = lookOf(fakeTerminal().io, plain);
const view = planView(...Object.values(eventfulViews));
const widths = [60, 80, 160] as const;

function eventful(): ProgressState {
  const state = eventfulRun(eventfulViews).reduce(progress, initialProgress(view, 0));
  return progress(state, { kind: "tick", now: 72_300 });
}

describe("progress", () => {
  test.each(widths)("at %i columns", async (columns) => {
    const text = renderToString(
      <Progress state={eventful()} size={{ columns, rows: 30 }} stopping={false} look={look} />,
      { columns },
    );
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(columns);
    await expect(`${text}\n`).toMatchFileSnapshot(`expected/progress-${columns}.txt`);
  });

  test("on a terminal that cannot draw, for a screen reader, while stopping", async () => {
    const bare = lookOf(fakeTerminal({ TERM: "linux", INK_SCREEN_READER: "true" }).io, plain);
    const text = renderToString(
      <Progress state={eventful()} size={{ columns: 80, rows: 30 }} stopping look={bare} />,
    );
    // Ink cuts lines with an ellipsis of its own.
    expect(text).not.toMatch(/[^\u0020-\u007E\n…]/);
    await expect(`${text}\n`).toMatchFileSnapshot("expected/progress-bare.txt");
  });

  test.each([
    [14, 3, 1],
    [24, 6, 2],
    [60, 30, 12],
  ])("of a fleet stays within %i rows", (rows) => {
    const fleet = Array.from({ length: 50 }, (_, index) =>
      wildlifeCreated({ region: `xx-savanna-${index + 1}` }),
    );
    const events = fleet.flatMap((each, index) => [
      ...runUntil(each, 2),
      ...(index % 5 === 0
        ? [
            {
              kind: "target-failed",
              target: targetOf(each),
              step: 2,
              steps: 3,
              failure: deafIdentityProvider,
            } as const,
          ]
        : []),
    ]);
    const state = events.reduce(progress, initialProgress(planView(...fleet), 0));
    const size = { columns: 80, rows };
    const shown = fitLanes(state, rows, laneLayout(state, 80));
    expect(shown.failed.length + shown.hiddenFailed).toBe(10);
    expect(shown.running.length + shown.hiddenRunning).toBe(40);
    expect(shown.failed.at(-1)?.place).toBe("xx-savanna-46");
    const text = renderToString(<LiveLanes state={state} size={size} stopping={false} look={look} />);
    expect(text.split("\n").length).toBeLessThan(rows);
  });
});

function typed(text: string): ApprovalInput {
  return { kind: "text", text, at: 1000 };
}

describe("approval", () => {
  const quality = radiologyReplaced({
    region: "ap-southeast-2",
    account: "prod",
    address: "workforce.quality",
  });
  const both = planView(radiologyReplaced(), wildlifeCreated(), quality);
  const names: ApprovalKind = {
    kind: "names",
    losing: [
      { target: { account: undefined, region: "us-east-1" }, workforce: "radiology" },
      { target: { account: "prod", region: "ap-southeast-2" }, workforce: "quality" },
    ],
  };

  function shown(
    approval: ApprovalKind,
    inputs: readonly ApprovalInput[],
    columns = 80,
    leftOut = "",
  ): string {
    const questions = questionsOf(approval, both);
    const state = inputs.reduce(
      approve,
      initialApproval(
        questions.map(({ answer }) => answer),
        0,
      ),
    );
    const text = renderToString(
      <Approval {...{ questions, state, size: { columns, rows: 30 }, leftOut, choosing: true, look }} />,
      { columns },
    );
    return `${text}\n`;
  }

  test.each(widths)("by name at %i columns", async (columns) => {
    const text = shown(names, [typed("radio")], columns);
    await expect(text).toMatchFileSnapshot(`expected/approval-names-${columns}.txt`);
  });

  test("by a second name, pasted with Enter", async () => {
    const text = shown(names, [typed("radiology"), { kind: "enter", at: 2000 }, typed("quality\r")]);
    await expect(text).toMatchFileSnapshot("expected/approval-second-name.txt");
  });

  test("by yes, with regions left out", async () => {
    const text = shown({ kind: "yes" }, [], 60, "Left out by choice: eu-west-1, eu-central-1.");
    await expect(text).toMatchFileSnapshot("expected/approval-left-out.txt");
  });

  test("by yes, with a wrong answer", async () => {
    const text = shown({ kind: "yes" }, [typed("sure"), { kind: "enter", at: 2000 }], 60);
    await expect(text).toMatchFileSnapshot("expected/approval-wrong.txt");
  });
});

test.each([
  ["short\nlines", 10, 0],
  ["exactly ten", 11, 0],
  ["one more row for this", 11, 1],
  ["放射線科の読影者", 8, 1],
  ["\u001B[1mbold text counts without its colour\u001B[22m", 18, 1],
  ["", 10, 0],
])("%j wrapped at %i takes %i rows more", (text, width, rows) => {
  expect(addedRows(text, width)).toBe(rows);
});
