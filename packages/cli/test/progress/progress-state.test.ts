import type { ApplyEvent } from "@wf/engine";
import { describe, expect, test } from "vitest";
import {
  initialProgress,
  type Lane,
  laneAt,
  progress,
  type ProgressState,
} from "../../src/progress/progress-state.ts";
import { totalsOf } from "../../src/progress/progress-totals.ts";
import {
  deafIdentityProvider,
  eventfulRun,
  eventfulViews,
  planView,
  radiologyReplaced,
  runUntil,
  smoothRun,
  targetOf,
  targetView,
  wildlifeCreated,
} from "../builders.ts";

const radiology = radiologyReplaced();
const target = targetOf(radiology);
const at = { target, step: 3 } as const;

function after(...events: readonly ApplyEvent[]): ProgressState {
  return events.reduce(progress, initialProgress(planView(radiology, wildlifeCreated()), 1000));
}

describe("a lane after", () => {
  const cases: readonly (readonly [string, readonly ApplyEvent[], Partial<Lane>])[] = [
    ["nothing", [], { status: "waiting", step: 0, stepsDone: 0, elapsed: undefined }],
    [
      "its start",
      [{ kind: "target-started", target, steps: 6 }],
      { status: "running", step: 0, startedAt: 1000 },
    ],
    ["a step's start", runUntil(radiology, 3), { status: "running", step: 3, stepsDone: 2 }],
    [
      "a wait",
      [
        ...runUntil(radiology, 3),
        { kind: "step-waiting", ...at, status: "Deleting", elapsedMilliseconds: 5 },
      ],
      { waitingStatus: "Deleting", retry: undefined },
    ],
    [
      "a wait whose status would clear the screen",
      [{ kind: "step-waiting", ...at, status: "Dele\u001B[2Jting", elapsedMilliseconds: 5 }],
      { waitingStatus: "Dele\\u001b[2Jting" },
    ],
    [
      "a retry",
      [{ kind: "step-retrying", ...at, attempt: 2, reason: "Rate exceeded", delayMilliseconds: 5 }],
      { retry: { attempt: 2, reason: "Rate exceeded" } },
    ],
    [
      "the step that was retried",
      [
        { kind: "step-retrying", ...at, attempt: 2, reason: "Rate exceeded", delayMilliseconds: 5 },
        { kind: "step-finished", ...at, elapsedMilliseconds: 5 },
      ],
      { retry: undefined, waitingStatus: undefined, stepsDone: 3 },
    ],
    [
      "all its steps",
      smoothRun(radiology, "k3x9q2.labeling.us-east-1.sagemaker.aws"),
      { status: "done", stepsDone: 6, elapsed: 6000, portal: "k3x9q2.labeling.us-east-1.sagemaker.aws" },
    ],
    [
      "a failure",
      [
        ...runUntil(radiology, 5),
        { kind: "target-failed", target, step: 5, steps: 6, failure: deafIdentityProvider },
      ],
      { status: "failed", step: 5, stepsDone: 4, failure: deafIdentityProvider },
    ],
    [
      "a stop",
      [...runUntil(radiology, 3), { kind: "target-stopped", target, stepsDone: 2, steps: 6 }],
      { status: "stopped", stepsDone: 2 },
    ],
  ];
  test.each(cases)("%s", (_, events, expected) => {
    expect(laneAt(after(...events), target)).toMatchObject(expected);
  });
});

test("a portal that was there before is not told as a new one", () => {
  const updated = targetView({
    steps: [{ operation: "UpdateWorkforce", subject: "radiology (SourceIpConfig)" }],
  });
  const state = smoothRun(updated, "old.labeling.us-east-1.sagemaker.aws").reduce(
    progress,
    initialProgress(planView(updated), 0),
  );
  expect(laneAt(state, target)?.portal).toBeUndefined();
});

test("regions without steps have no lane, and events of unknown targets change nothing", () => {
  const state = initialProgress(planView(radiology, targetView({ region: "eu-north-1" })), 0);
  expect(state.lanes.map(({ place }) => place)).toEqual(["us-east-1"]);
  const stranger = { account: undefined, region: "eu-north-1" };
  expect(progress(state, { kind: "step-started", target: stranger, step: 1 })).toBe(state);
});

test("elapsed time is what passed between the ticks", () => {
  const begun = progress(after({ kind: "target-started", target, steps: 6 }), { kind: "tick", now: 4000 });
  const ended = progress(begun, { kind: "target-stopped", target, stepsDone: 0, steps: 6 });
  expect(laneAt(ended, target)?.elapsed).toBe(3000);
});

test("lanes that ended are kept in the order of their end, and the totals count every lane once", () => {
  const state = eventfulRun(eventfulViews).reduce(
    progress,
    initialProgress(planView(...Object.values(eventfulViews)), 0),
  );
  expect(state.ended.map((place) => state.lanes[place]?.place)).toEqual([
    "us-east-1",
    "eu-central-1 of account.prod",
    "eu-west-1",
  ]);
  expect(totalsOf(state)).toEqual({
    targets: 4,
    steps: 18,
    stepsDone: 4 + 1 + 3 + 3,
    waiting: 0,
    running: 1,
    done: 1,
    failed: 1,
    stopped: 1,
  });
});
