import { describe, expect, test } from "vitest";
import type { Workforce, Workteam } from "@wf/parser";
import type { LiveWorkteam } from "../../src/live-state.ts";
import type { TargetPlan } from "../../src/plan-model.ts";
import {
  anothers,
  cognito,
  inputOf,
  liveOidc,
  liveOidcTeam,
  liveWorkforce,
  liveWorkteam,
  nobodys,
  oidc,
  oursWithSecret,
  planDestroy,
  planOne,
  region,
  steps,
  tagged,
  unreadable,
  workforce,
  workteam,
} from "../builders.ts";

const topic = "arn:aws:sns:eu-west-1:123456789012:sightings";

function planTeam(desired: Partial<Workteam>, live: Partial<LiveWorkteam>): TargetPlan {
  return planOne(
    workforce({ workteams: [workteam("spotters", desired)] }),
    region(liveWorkforce(), [liveWorkteam("spotters", live)]),
  );
}

function members(...groups: readonly string[]): LiveWorkteam["members"] {
  return groups.map((userGroup) => ({
    kind: "cognito",
    userPool: "eu-west-1_Savanna01",
    clientId: "rangers",
    userGroup,
  }));
}

test("a team is created whole", () => {
  const target = planOne(
    workforce({
      workteams: [
        workteam("spotters", {
          groups: ["spotters", "trackers"],
          notificationTopicArn: topic,
          workerAccess: { sourceIp: "Enabled", vpcSourceIp: "Disabled" },
          tags: { park: "Kruger" },
        }),
      ],
    }),
    region(liveWorkforce()),
  );
  expect(target).toMatchObject({ action: "update", workteams: [{ action: "create" }] });
  expect(steps(target)).toEqual(["CreateWorkteam spotters"]);
  const pool = { UserPool: "eu-west-1_Savanna01", ClientId: "rangers" };
  expect(inputOf(target, "CreateWorkteam")).toEqual({
    WorkteamName: "spotters",
    WorkforceName: "wildlife",
    Description: "The spotters",
    MemberDefinitions: [
      { CognitoMemberDefinition: { ...pool, UserGroup: "spotters" } },
      { CognitoMemberDefinition: { ...pool, UserGroup: "trackers" } },
    ],
    NotificationConfiguration: { NotificationTopicArn: topic },
    WorkerAccessConfiguration: {
      S3Presign: { IamPolicyConstraints: { SourceIp: "Enabled", VpcSourceIp: "Disabled" } },
    },
    Tags: [
      { Key: "park", Value: "Kruger" },
      { Key: "wf:stack", Value: "labeling" },
    ],
  });
});

test("a team that is as it should be is left alone, its groups in any order", () => {
  expect(
    planTeam({ groups: ["trackers", "spotters"] }, { members: members("spotters", "trackers") }),
  ).toMatchObject({ action: "none", steps: [], workteams: [{ action: "none" }] });
});

describe("updated in place, the whole team sent", () => {
  test.each<[string, Partial<Workteam>, Partial<LiveWorkteam>, string, object]>([
    ["description", { description: "Spots" }, {}, "description", { Description: "Spots" }],
    [
      "a group more",
      { groups: ["spotters", "trackers"] },
      {},
      "groups",
      { MemberDefinitions: [{}, { CognitoMemberDefinition: { UserGroup: "trackers" } }] },
    ],
    ["a group less", {}, { members: members("spotters", "trackers") }, "groups", { MemberDefinitions: [{}] }],
    [
      "a topic set",
      { notificationTopicArn: topic },
      {},
      "notification_topic_arn",
      { NotificationConfiguration: { NotificationTopicArn: topic } },
    ],
    [
      "a topic removed",
      {},
      { notificationTopicArn: topic },
      "notification_topic_arn",
      { NotificationConfiguration: {} },
    ],
    [
      "access constrained",
      { workerAccess: { sourceIp: "Enabled", vpcSourceIp: "Disabled" } },
      {},
      "worker_access.source_ip",
      {
        WorkerAccessConfiguration: {
          S3Presign: { IamPolicyConstraints: { SourceIp: "Enabled", VpcSourceIp: "Disabled" } },
        },
      },
    ],
    [
      "access by VPC freed",
      {},
      { workerAccess: { sourceIp: "Disabled", vpcSourceIp: "Enabled" } },
      "worker_access.vpc_source_ip",
      {
        WorkerAccessConfiguration: {
          S3Presign: { IamPolicyConstraints: { SourceIp: "Disabled", VpcSourceIp: "Disabled" } },
        },
      },
    ],
  ])("%s", (_, desired, live, path, expected) => {
    const target = planTeam(desired, live);
    expect(target).toMatchObject({
      action: "update",
      workteams: [{ action: "update", changes: [{ path }] }],
    });
    expect(steps(target)).toEqual(["UpdateWorkteam spotters"]);
    expect(inputOf(target, "UpdateWorkteam")).toMatchObject({ WorkteamName: "spotters", ...expected });
  });

  test.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>, readonly string[]]>([
    ["a tag set", { park: "Kruger" }, {}, ["AddTags spotters park"]],
    ["a tag removed", {}, { park: "Kruger" }, ["DeleteTags spotters park"]],
  ])("%s", (_, desired, live, expected) => {
    expect(steps(planTeam({ tags: desired }, { tags: tagged(live) }))).toEqual(expected);
  });

  test("tags that cannot be read are not changed", () => {
    expect(planTeam({ tags: { park: "Kruger" } }, { tags: unreadable })).toMatchObject({ action: "none" });
  });
});

test("teams go first, so that the quota is never passed on the way", () => {
  const target = planOne(
    workforce({ workteams: [workteam("spotters"), workteam("vets", { description: "Cares" })] }),
    region(liveWorkforce(), [liveWorkteam("vets"), liveWorkteam("trackers")]),
  );
  expect(steps(target)).toEqual([
    "DeleteWorkteam trackers",
    "UpdateWorkteam vets",
    "CreateWorkteam spotters",
  ]);
  expect(target.impact.workteamsDeleted).toEqual(["trackers"]);
});

test.each([
  ["nobody's", nobodys],
  ["another stack's", anothers],
  ["unknown", unreadable],
])("a team that is %s and not in the configuration is left alone, and it is said", (_, tags) => {
  const target = planOne(workforce(), region(liveWorkforce(), [liveWorkteam("vets", { tags })]));
  expect(target).toMatchObject({ action: "none", steps: [], workteams: [{ action: "leave" }] });
  expect(target.notes).toMatchObject([{ severity: "info", message: expect.stringContaining('"vets"') }]);
});

describe("when the workforce is replaced", () => {
  const desired = workforce({ workteams: [workteam("spotters"), workteam("trackers")] });
  const animals = liveWorkforce({ name: "animals" });

  test("its teams go and come back, new ones come, ours that are gone go", () => {
    const target = planOne(desired, region(animals, [liveWorkteam("spotters"), liveWorkteam("vets")]));
    expect(target.workteams.map(({ name, action }) => [name, action])).toEqual([
      ["spotters", "recreate"],
      ["trackers", "create"],
      ["vets", "delete"],
    ]);
    expect(steps(target)).toEqual([
      "DeleteWorkteam spotters",
      "DeleteWorkteam vets",
      "DeleteWorkforce animals",
      "wait gone animals",
      "CreateWorkforce wildlife",
      "wait active wildlife",
      "CreateWorkteam spotters",
      "CreateWorkteam trackers",
    ]);
    expect(target.impact).toEqual({
      portalClosed: { fromStep: 3, toStep: 6 },
      signInAddressChanges: true,
      workteamsRecreated: ["spotters"],
      workteamsDeleted: ["vets"],
    });
  });

  test("a foreign team is a refusal that prints its block", () => {
    const foreign = liveWorkteam("vets", {
      tags: { readable: true, values: { park: "Kruger", "wf:stack": "biology" } },
      members: members("vets", "nurses"),
      notificationTopicArn: topic,
      workerAccess: { sourceIp: "Enabled", vpcSourceIp: "Disabled" },
    });
    const target = planOne(desired, region(animals, [foreign]));
    expect(target).toMatchObject({ action: "refused", steps: [], refusals: [{ code: "foreign-workteams" }] });
    expect(target.refusals[0]?.help).toContain("--carry-teams");
    expect(target.refusals[0]?.blocks).toBe(`workteam "vets" {
  description            = "The vets"
  groups                 = ["vets", "nurses"]
  notification_topic_arn = "${topic}"
  tags                   = { park = "Kruger" }

  worker_access {
    source_ip = "Enabled"
  }
}`);
  });

  test("--carry-teams brings a foreign team back as it was, with its own tags", () => {
    const foreign = liveWorkteam("vets", {
      tags: { readable: true, values: { park: "Kruger", "wf:stack": "biology", "aws:made-by": "x" } },
    });
    const target = planOne(workforce(), region(animals, [foreign]), { carryTeams: true });
    expect(target).toMatchObject({ action: "replace", workteams: [{ action: "carry" }] });
    expect(inputOf(target, "CreateWorkteam")).toEqual({
      WorkteamName: "vets",
      WorkforceName: "wildlife",
      Description: "The vets",
      MemberDefinitions: [
        {
          CognitoMemberDefinition: {
            UserPool: "eu-west-1_Savanna01",
            ClientId: "rangers",
            UserGroup: "vets",
          },
        },
      ],
      WorkerAccessConfiguration: {
        S3Presign: { IamPolicyConstraints: { SourceIp: "Disabled", VpcSourceIp: "Disabled" } },
      },
      Tags: [
        { Key: "park", Value: "Kruger" },
        { Key: "wf:stack", Value: "biology" },
      ],
    });
    expect(target.impact.workteamsRecreated).toEqual(["vets"]);
  });

  test("a carried team's members become those of the new user pool", () => {
    const other = workforce({ identityProvider: cognito({ clientId: "portal" }) });
    const target = planOne(other, region(liveWorkforce(), [liveWorkteam("vets", { tags: nobodys })]), {
      carryTeams: true,
    });
    expect(inputOf(target, "CreateWorkteam")).toMatchObject({
      MemberDefinitions: [{ CognitoMemberDefinition: { ClientId: "portal", UserGroup: "vets" } }],
    });
  });

  test("a carried team whose tags cannot be read comes back without them, and it is said", () => {
    const live = region(animals, [liveWorkteam("vets", { tags: unreadable })]);
    const target = planOne(workforce(), live, { carryTeams: true });
    expect(inputOf(target, "CreateWorkteam")).toMatchObject({ Tags: [] });
    expect(target.notes).toMatchObject([{ severity: "warning", message: expect.stringContaining("tags") }]);
  });

  test("no team can be carried to another kind of identity provider: its members do not fit", () => {
    const target = planOne(
      workforce({ identityProvider: oidc() }),
      region(liveWorkforce(), [liveWorkteam("vets", { tags: nobodys })]),
      { carryTeams: true },
    );
    expect(target).toMatchObject({ action: "refused", refusals: [{ code: "foreign-workteams" }] });
    expect(target.refusals[0]?.help).not.toContain("--carry-teams");
  });
});

test("an OIDC change carries foreign teams too", () => {
  const live = region(
    liveWorkforce({ identityProvider: liveOidc({ scope: "openid" }), tags: oursWithSecret }),
    [liveOidcTeam("readers"), liveOidcTeam("vets", { tags: anothers })],
  );
  const desired = workforce({ identityProvider: oidc(), workteams: [workteam("readers")] });
  expect(planOne(desired, live).refusals).toMatchObject([{ code: "foreign-workteams" }]);
  expect(steps(planOne(desired, live, { carryTeams: true }))).toEqual([
    "AddTags wildlife wf:secret",
    "DeleteWorkteam readers",
    "DeleteWorkteam vets",
    "UpdateWorkforce wildlife",
    "wait active wildlife",
    "AddTags wildlife wf:secret",
    "CreateWorkteam readers",
    "CreateWorkteam vets",
  ]);
});

test("a deletion with a foreign team is refused, and --carry-teams does not help", () => {
  const live = region(liveWorkforce(), [liveWorkteam("spotters"), liveWorkteam("vets", { tags: nobodys })]);
  for (const target of [planDestroy(workforce(), live), planOne(undefined, live, { carryTeams: true })]) {
    expect(target).toMatchObject({ action: "refused", refusals: [{ code: "foreign-workteams" }] });
    expect(target.refusals[0]?.blocks).toContain('workteam "vets"');
  }
});

const many = (count: number, prefix = "spotters"): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}-${index}`);

const desiring = (count: number): Workforce =>
  workforce({ workteams: many(count).map((name) => workteam(name)) });
const foreign = (count: number): readonly LiveWorkteam[] =>
  many(count, "vets").map((name) => liveWorkteam(name, { tags: nobodys }));

describe("the quota of 25 teams", () => {
  test("is passed by the configuration's own teams", () => {
    expect(planOne(desiring(26), region())).toMatchObject({ refusals: [{ code: "too-many-workteams" }] });
  });

  test("is passed together with foreign teams", () => {
    const target = planOne(desiring(20), region(liveWorkforce(), foreign(6)));
    expect(target).toMatchObject({ action: "refused", refusals: [{ code: "too-many-workteams" }] });
    expect(target.refusals[0]?.message).toContain("26 work teams (6 of them not this stack's)");
  });

  test("is just reached", () => {
    expect(planOne(desiring(19), region(liveWorkforce(), foreign(6))).action).toBe("update");
    const ours = many(25, "old").map((name) => liveWorkteam(name));
    expect(steps(planOne(desiring(25), region(liveWorkforce(), ours)))).toHaveLength(50);
  });

  test("is AWS's to judge where the region has more already, and none is added", () => {
    const live = region(liveWorkforce(), [...foreign(27), liveWorkteam("spotters-0")]);
    expect(planOne(desiring(1), live).action).toBe("none");
  });
});
