import { describe, expect, test } from "vitest";
import type { LiveRegion } from "../../src/live-state.ts";
import { planRollback } from "../../src/plan-rollback.ts";
import type { TargetHistory } from "../../src/run-history.ts";
import {
  anothers,
  fingerprint,
  liveOidc,
  liveOidcTeam,
  liveWorkforce,
  liveWorkteam,
  nobodys,
  oursWithSecret,
  planOne,
  region,
  stack,
  steps,
  unreadable,
  workforce,
} from "../builders.ts";

const target = { account: undefined, region: "eu-west-1" };
const wildlife = liveWorkforce();
const animals = liveWorkforce({ name: "animals", createDate: "2026-03-01T09:05:00.000Z" });
const spotters = liveWorkteam("spotters");
const vets = liveWorkteam("vets", { tags: nobodys });
const before = region(wildlife, [spotters, vets]);
const radiology = region(liveWorkforce({ identityProvider: liveOidc(), tags: oursWithSecret }), [
  liveOidcTeam("readers"),
]);

/** A run that found a region as it was before. */
function killed(live: LiveRegion, changes: Partial<TargetHistory> = {}): TargetHistory {
  return {
    plan: { kind: "target-plan", target, accountId: undefined, address: "workforce.wildlife", steps: [] },
    outcome: "interrupted",
    settled: undefined,
    stepsBegun: 1,
    stepsDone: 1,
    failure: undefined,
    snapshot: { kind: "snapshot", target, live, carried: [], withheld: [] },
    restored: false,
    ...changes,
  };
}

function rolledBack(part: TargetHistory, now: LiveRegion, secret?: string) {
  const planned = planRollback(part, planOne(workforce(), now), { stack, fingerprint: secret });
  return "plan" in planned ? planned.plan : planned.obstacle;
}

const creation = ["CreateWorkforce wildlife", "wait active wildlife"];
const teams = ["CreateWorkteam spotters", "CreateWorkteam vets"];
const gone = (name: string) => [`DeleteWorkforce ${name}`, `wait gone ${name}`];

describe("rolling a run back", () => {
  test.each<[string, LiveRegion, LiveRegion, string, readonly string[], boolean, string]>([
    ["does nothing where nothing is missing", before, before, "none", [], false, ""],
    [
      "makes what is gone again",
      before,
      region(),
      "create",
      [...creation, ...teams],
      true,
      "is put back as it was",
    ],
    [
      "puts missing teams back alone",
      before,
      region(wildlife, [spotters]),
      "update",
      ["CreateWorkteam vets"],
      false,
      'The work teams that the run deleted are put back as they were. Workforce "wildlife" stays as it is now',
    ],
    [
      "takes one that was made again with all that it had for the same",
      before,
      region({ ...wildlife, createDate: animals.createDate }, [vets]),
      "update",
      ["CreateWorkteam spotters"],
      false,
      "are put back as they were",
    ],
    [
      "deletes one that was made in its place, but with other settings",
      before,
      region({ ...wildlife, createDate: animals.createDate, sourceIpCidrs: ["10.0.0.0/8"] }, [spotters]),
      "replace",
      ["DeleteWorkteam spotters", ...gone("wildlife"), ...creation, ...teams],
      true,
      "what the region holds instead goes",
    ],
    [
      "deletes what the run has made instead, with its own teams and those that come back",
      before,
      region(animals, [spotters, liveWorkteam("trackers"), vets]),
      "replace",
      [
        "DeleteWorkteam spotters",
        "DeleteWorkteam trackers",
        "DeleteWorkteam vets",
        ...gone("animals"),
        ...creation,
        ...teams,
      ],
      true,
      "what the region holds instead goes",
    ],
  ])("%s", (_, was, now, action, expected, signInAddressChanges, note) => {
    const planned = rolledBack(killed(was), now);
    if (typeof planned === "string") throw new Error(planned);
    expect(planned).toMatchObject({ target, action, refusals: [], impact: { signInAddressChanges } });
    expect(steps(planned)).toEqual(expected);
    expect(planned.notes).toHaveLength(note === "" ? 0 : 1);
    expect(planned.notes.map(({ message }) => message).join("\n")).toContain(note);
  });

  test("sends the client secret where it is the old one's", () => {
    const planned = rolledBack(killed(radiology), region(), fingerprint);
    if (typeof planned === "string") throw new Error(planned);
    expect(steps(planned)).toEqual([...creation, "CreateWorkteam readers"]);
    expect(planned.secretAtHand).toBe(true);
    expect(planned.steps.map((step) => step.kind === "call" && step.needsSecret)).toEqual([
      true,
      false,
      false,
    ]);
  });

  test.each<[string, TargetHistory, LiveRegion, string | undefined, string]>([
    [
      "that deleted nothing",
      killed(before, { snapshot: undefined }),
      before,
      undefined,
      "there is nothing to put back",
    ],
    [
      "that has put it back itself",
      killed(before, { restored: true }),
      before,
      undefined,
      "has put back what it deleted",
    ],
    [
      "of which parts are sensitive",
      killed(before, {
        snapshot: { kind: "snapshot", target, live: before, carried: [], withheld: ["workteam spotters"] },
      }),
      region(),
      undefined,
      "did not write them down (workteam spotters)",
    ],
    [
      "that found no workforce",
      killed(region()),
      region(animals),
      undefined,
      "there was no workforce before",
    ],
    [
      "with another client secret",
      killed(radiology),
      region(),
      "v1.of-another",
      "the client secret of the old workforce",
    ],
    [
      "without a client secret",
      killed(radiology),
      region(),
      undefined,
      "the client secret of the old workforce",
    ],
    [
      "that found a Failed workforce",
      killed(region(liveWorkforce({ status: "Failed" }))),
      region(),
      undefined,
      "the old workforce was Failed",
    ],
    [
      "whose workforce has Failed since",
      killed(before),
      region({ ...wildlife, status: "Failed" }),
      undefined,
      "is Failed, and takes no work team",
    ],
    ...[anothers, nobodys].map((tags): [string, TargetHistory, LiveRegion, undefined, string] => [
      "where somebody else's workforce is",
      killed(before),
      region({ ...animals, tags }),
      undefined,
      "not this stack's",
    ]),
    ...[anothers, nobodys, unreadable].map((tags): [string, TargetHistory, LiveRegion, undefined, string] => [
      "where somebody else's team is",
      killed(before),
      region(animals, [liveWorkteam("nurses", { tags })]),
      undefined,
      "not this stack's",
    ]),
  ])("is refused for a run %s", (_, part, now, secret, why) => {
    expect(rolledBack(part, now, secret)).toContain(why);
  });
});
