import { describe, expect, test } from "vitest";
import { approvalFor } from "../../src/approval.ts";
import type { TargetPlan } from "../../src/plan-model.ts";
import { liveWorkforce, liveWorkteam, planOne, region, workforce, workteam } from "../builders.ts";

const spotters = workteam("spotters");
const there = region(liveWorkforce(), [liveWorkteam("spotters")]);

const unchanged = planOne(workforce({ workteams: [spotters] }), there);
const created = planOne(workforce(), region());
const updated = planOne(workforce({ workteams: [spotters], sourceIpCidrs: ["10.0.0.0/8"] }), there);
const replaced = planOne(workforce({ workteams: [spotters], name: "animals" }), there);
const teamDeleted = planOne(workforce(), there);

const named = ({ target }: TargetPlan) => ({ target, workforce: "wildlife" });

describe("a plan asks", () => {
  test.each<[string, readonly TargetPlan[], object]>([
    ["for nothing where there is nothing to do", [unchanged], { kind: "nothing-to-do" }],
    ["for a yes where nothing live goes", [unchanged, created, updated], { kind: "yes" }],
    [
      "for the name where a workforce is replaced",
      [created, replaced],
      { kind: "names", losing: [named(replaced)] },
    ],
    ["for the name where a team goes", [teamDeleted], { kind: "names", losing: [named(teamDeleted)] }],
  ])("%s", (_, targets, approval) => {
    expect(approvalFor({ stack: "labeling", targets })).toEqual(approval);
  });
});
