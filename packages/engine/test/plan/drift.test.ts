import { expect, test } from "vitest";
import { describeDrift } from "../../src/describe-drift.ts";
import { plan, type TargetInput } from "../../src/plan.ts";
import {
  anothers,
  input,
  liveWorkforce,
  liveWorkteam,
  nobodys,
  options,
  region,
  stack,
  workforce,
  workteam,
} from "../builders.ts";

const drift = (...inputs: readonly TargetInput[]) => describeDrift(plan(stack, inputs, options()));
const spotters = workteam("spotters");
const asLive = region(liveWorkforce(), [liveWorkteam("spotters")]);
const at = { target: { account: "parks", region: "eu-west-1" } };

test.each([
  ["as configured", input(workforce({ workteams: [spotters] }), asLive), false],
  ["gone", input(workforce({ workteams: [spotters] }), region()), true],
  [
    "of another description",
    input(workforce({ workteams: [{ ...spotters, description: "x" }] }), asLive),
    true,
  ],
  ["without its owner", input(workforce(), region(liveWorkforce({ tags: nobodys }))), true],
  ["another stack's now", input(workforce(), region(liveWorkforce({ tags: anothers }))), true],
  ["ours where none is wanted", input(undefined, asLive), true],
  ["another's where none is wanted", input(undefined, region(liveWorkforce({ tags: anothers }))), false],
  ["busy", input(workforce({ name: "animals" }), region(liveWorkforce({ status: "Updating" }))), false],
] as const)("a workforce that is %s", (_, given, expected) => {
  const view = drift(given);
  expect(view.drift).toBe(expected);
  expect(view.summary).toMatch(
    expected ? /^Drift: 1 of 1 region not as configured\./ : /^No drift: 1 region as/,
  );
  expect(view.targets.every(({ steps, impact }) => steps.length + impact.length === 0)).toBe(true);
});

test("two blocks that are one account are a mistake, not drift", () => {
  const view = drift(
    input(workforce(), asLive, at),
    input(undefined, asLive, { target: { account: "labs", region: "eu-west-1" } }),
  );
  expect(view).toMatchObject({ drift: false, outcome: "refused" });
});

test.each([
  ["2026-05-01T10:00:00.000Z", 'Workforce "wildlife" itself was last changed at 2026-05-01T10:00:00.000Z.'],
  [undefined, 'Workforce "wildlife" itself was last changed at 2026-03-01T09:00:00.000Z.'],
])("what AWS knows of the last change is told: %s", (lastUpdatedDate, sentence) => {
  const live = region(liveWorkforce({ lastUpdatedDate, sourceIpCidrs: ["10.0.0.0/8"] }));
  const [note] = drift(input(workforce(), live)).targets[0]?.notes ?? [];
  expect(note?.message).toContain(sentence);
  expect(note?.command).toContain("aws cloudtrail lookup-events --region eu-west-1");
});
