import { describe, expect, test } from "vitest";
import type { LiveTags } from "../../src/live-state.ts";
import type { TargetPlan } from "../../src/plan-model.ts";
import {
  fingerprint,
  liveOidc,
  liveOidcTeam,
  liveWorkforce,
  nobodys,
  oidc,
  ours,
  oursWithSecret,
  planOne,
  region,
  steps,
  tagged,
  unreadable,
  workforce,
  workteam,
} from "../builders.ts";

const desired = workforce({ identityProvider: oidc(), workteams: [workteam("readers")] });

function planWith(tags: LiveTags, rewrite = false): TargetPlan {
  const live = region(liveWorkforce({ identityProvider: liveOidc(), tags }), [liveOidcTeam("readers")]);
  return planOne(desired, live, rewrite ? { rewriteSecret: new Set(["workforce.wildlife"]) } : {});
}

const rewritten = [
  "AddTags wildlife wf:secret",
  "DeleteWorkteam readers",
  "UpdateWorkforce wildlife",
  "wait active wildlife",
  "AddTags wildlife wf:secret",
  "CreateWorkteam readers",
];

test("the same secret is nothing to do", () => {
  expect(planWith(oursWithSecret)).toMatchObject({ action: "none", steps: [], notes: [] });
});

describe("it is written again, the fingerprint withdrawn before and written after", () => {
  test.each([
    ["changed", planWith(tagged({ "wf:secret": "v1.of-the-old-secret" })), rewritten],
    ["interrupted: withdrawn already", planWith(tagged({ "wf:secret": "withdrawn" })), rewritten.slice(1)],
    ["the same, and --rewrite-secret asks", planWith(oursWithSecret, true), rewritten],
  ])("%s", (_, target, expected) => {
    expect(target.action).toBe("update");
    expect(target.workforce?.changes).toEqual([
      {
        path: "oidc_config.client_secret",
        before: { kind: "secret" },
        after: { kind: "secret" },
        effect: "staged",
      },
    ]);
    expect(steps(target)).toEqual(expected);
    expect(target.steps.at(-2)).toMatchObject({
      call: { input: { Tags: [{ Key: "wf:secret", Value: fingerprint }] } },
    });
    expect(target.impact).toMatchObject({ portalClosed: undefined, workteamsRecreated: ["readers"] });
  });
});

test.each([
  ["changed", tagged({ "wf:secret": "v1.of-the-old-secret" }), []],
  [
    "interrupted",
    tagged({ "wf:secret": "withdrawn" }),
    [
      {
        severity: "info",
        message:
          "oidc_config.client_secret is unverified: its last update was cut short, so it is sent again.",
      },
    ],
  ],
])("why it is written again is said where nobody has changed it: %s", (_, tags, notes) => {
  expect(planWith(tags).notes).toEqual(notes);
});

describe("unverified is said and nothing is done", () => {
  test.each([
    ["ours without a fingerprint", ours, "none", "the workforce carries no fingerprint of it."],
    ["adopted", nobodys, "adopt", "the workforce carries no fingerprint of it."],
    [
      "with tags that cannot be read",
      unreadable,
      "none",
      "the workforce's tags, which hold its fingerprint, cannot be read.",
    ],
  ])("%s", (_, tags, action, why) => {
    const target = planWith(tags);
    expect(target.action).toBe(action);
    expect(target.notes.map(({ message }) => message).join("\n")).toContain(
      `oidc_config.client_secret is unverified: AWS never returns it, and ${why}`,
    );
    expect(steps(target).some((step) => step.startsWith("UpdateWorkforce"))).toBe(false);
  });

  test("--rewrite-secret writes it, with a fingerprint", () => {
    expect(steps(planWith(ours, true))).toEqual(rewritten);
  });

  test("--rewrite-secret writes it without tags too", () => {
    expect(steps(planWith(unreadable, true))).toEqual([
      "DeleteWorkteam readers",
      "UpdateWorkforce wildlife",
      "wait active wildlife",
      "CreateWorkteam readers",
    ]);
  });

  test("--rewrite-secret of an adopted one adds both our tags at the end", () => {
    expect(steps(planWith(nobodys, true))).toEqual([
      ...rewritten.slice(0, 4),
      "AddTags wildlife wf:secret wf:stack",
      "CreateWorkteam readers",
    ]);
  });
});

test("another OIDC change writes the secret and its fingerprint along, and says nothing of unverified", () => {
  const live = liveWorkforce({ identityProvider: liveOidc({ scope: "openid" }), tags: ours });
  const target = planOne(desired, region(live));
  expect(target.notes).toEqual([]);
  expect(target.steps[1]).toMatchObject({ needsSecret: true });
  expect(steps(target)).toContain("AddTags wildlife wf:secret");
});
