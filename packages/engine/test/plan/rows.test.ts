import type { Workforce, Workteam } from "@wf/parser";
import { describe, expect, test } from "vitest";
import type { LiveWorkforce, LiveWorkteam } from "../../src/live-state.ts";
import {
  anothers,
  inputOf,
  liveOidc,
  liveOidcTeam,
  liveWorkforce,
  liveWorkteam,
  nobodys,
  oidc,
  oursWithSecret,
  planOne,
  region,
  steps,
  tagged,
  workforce,
  workteam,
} from "../builders.ts";

const savanna = { vpcId: "vpc-0sav", subnets: ["subnet-0a"], securityGroupIds: ["sg-0sav"] };
const readers = workteam("readers");

const planStaged = (
  desired: Partial<Workforce>,
  live: Partial<LiveWorkforce>,
  team: readonly [Workteam, Partial<LiveWorkteam>] = [readers, {}],
) =>
  planOne(
    workforce({ identityProvider: oidc({ scope: "openid" }), workteams: [team[0]], ...desired }),
    region(liveWorkforce({ identityProvider: liveOidc(), tags: oursWithSecret, ...live }), [
      liveOidcTeam("readers", team[1]),
    ]),
  );

const topic = (name: string) => `arn:aws:sns:eu-west-1:123456789012:${name}`;

const access = (sourceIp: boolean, vpcSourceIp: boolean) =>
  ({
    sourceIp: sourceIp ? "Enabled" : "Disabled",
    vpcSourceIp: vpcSourceIp ? "Enabled" : "Disabled",
  }) as const;

const constraints = (sourceIp: boolean, vpcSourceIp: boolean) => {
  const { sourceIp: SourceIp, vpcSourceIp: VpcSourceIp } = access(sourceIp, vpcSourceIp);
  return { S3Presign: { IamPolicyConstraints: { SourceIp, VpcSourceIp } } };
};

const prompting = (prompt: string) => ({ authenticationRequestExtraParams: { prompt } });

const failed = (tags: LiveWorkforce["tags"]) => region(liveWorkforce({ status: "Failed", tags }));

const planTags = (tags: Workteam["tags"], live: LiveWorkteam["tags"], more: Partial<Workteam> = {}) =>
  steps(
    planOne(
      workforce({ workteams: [workteam("spotters", { tags, ...more })] }),
      region(liveWorkforce(), [liveWorkteam("spotters", { tags: live })]),
    ),
  );

describe("beside teams, what changes in place leaves them where they are", () => {
  test.each<[string, Partial<Workforce>, Partial<LiveWorkforce>, readonly string[]]>([
    ["ranges", { sourceIpCidrs: ["10.0.0.0/8"] }, {}, ["UpdateWorkforce wildlife", "wait active wildlife"]],
    [
      "ranges removed",
      {},
      { sourceIpCidrs: ["10.0.0.0/8"] },
      ["UpdateWorkforce wildlife", "wait active wildlife"],
    ],
    [
      "another VPC",
      { vpc: { ...savanna, vpcId: "vpc-0ward" } },
      { vpc: savanna },
      ["UpdateWorkforce wildlife", "wait active wildlife"],
    ],
    [
      "ipv4 again, without the ranges of IPv6",
      { sourceIpCidrs: ["10.0.0.0/8"] },
      { ipAddressType: "dualstack", sourceIpCidrs: ["10.0.0.0/8", "2001:db8::/32"] },
      ["UpdateWorkforce wildlife", "wait active wildlife"],
    ],
    ["tags", { tags: { park: "Kruger" } }, {}, ["AddTags wildlife park"]],
    ["adoption", {}, { tags: nobodys }, ["AddTags wildlife wf:stack"]],
  ])("%s", (_, desired, live, expected) => {
    const target = planOne(
      workforce({ workteams: [workteam("spotters")], ...desired }),
      region(liveWorkforce(live), [liveWorkteam("spotters")]),
    );
    expect(steps(target)).toEqual(expected);
    expect(target.impact).toMatchObject({ workteamsRecreated: [], workteamsDeleted: [] });
  });
});

describe("an OIDC change takes along what else changes", () => {
  const staged = [
    "AddTags wildlife wf:secret",
    "DeleteWorkteam readers",
    "UpdateWorkforce wildlife",
    "wait active wildlife",
  ];

  test("settings in place, in the one call", () => {
    const target = planStaged({ sourceIpCidrs: ["10.0.0.0/8"], vpc: savanna }, {});
    expect(steps(target)).toEqual([...staged, "AddTags wildlife wf:secret", "CreateWorkteam readers"]);
    expect(inputOf(target, "UpdateWorkforce")).toMatchObject({
      OidcConfig: { Scope: "openid" },
      SourceIpConfig: { Cidrs: ["10.0.0.0/8"] },
      WorkforceVpcConfig: { VpcId: "vpc-0sav" },
    });
  });

  test("tags, those that go first", () => {
    const tags = tagged({ park: "Kruger" }, oursWithSecret);
    expect(steps(planStaged({ tags: { season: "dry" } }, { tags }))).toEqual([
      ...staged,
      "DeleteTags wildlife park",
      "AddTags wildlife season wf:secret",
      "CreateWorkteam readers",
    ]);
  });

  test("adoption", () => {
    expect(steps(planStaged({}, { tags: nobodys }))).toEqual([
      ...staged,
      "AddTags wildlife wf:secret wf:stack",
      "CreateWorkteam readers",
    ]);
  });

  test("what differs of a team that comes back anyway, and its owner", () => {
    const changed = workteam("readers", {
      description: "Second reads",
      groups: ["seniors"],
      tags: { a: "1" },
    });
    const target = planStaged({}, {}, [changed, { tags: nobodys }]);
    expect(steps(target)).toEqual([...staged, "AddTags wildlife wf:secret", "CreateWorkteam readers"]);
    expect(inputOf(target, "CreateWorkteam")).toMatchObject({
      Description: "Second reads",
      MemberDefinitions: [{ OidcMemberDefinition: { Groups: ["seniors"] } }],
      Tags: [{ Key: "a", Value: "1" }, { Key: "wf:stack" }],
    });
  });

  test("a changed parameter is one", () => {
    const target = planStaged(
      { identityProvider: oidc(prompting("none")) },
      { identityProvider: liveOidc(prompting("login")) },
    );
    expect(target.workforce?.changes.map(({ path }) => path)).toEqual([
      "oidc_config.authentication_request_extra_params",
    ]);
    expect(inputOf(target, "UpdateWorkforce")).toMatchObject({
      OidcConfig: { AuthenticationRequestExtraParams: { prompt: "none" } },
    });
  });

  test("another stack's team that is in the configuration is refused, or taken over", () => {
    const team = [readers, { tags: anothers }] as const;
    expect(planStaged({}, {}, team)).toMatchObject({
      action: "refused",
      refusals: [{ code: "owned-by-another-stack" }],
    });
  });
});

describe("a replacement takes along what else changes", () => {
  const old = liveWorkforce({
    identityProvider: { kind: "cognito", userPool: "eu-west-1_Old", clientId: "rangers" },
    tags: tagged({ park: "Kruger" }),
    sourceIpCidrs: ["10.0.0.0/8"],
    vpc: savanna,
    ipAddressType: "dualstack",
  });

  test("what is not configured is not there any more, teams' members are of the new pool", () => {
    const desired = workforce({ tags: { season: "dry" }, workteams: [workteam("spotters")] });
    const target = planOne(desired, region(old, [liveWorkteam("spotters", { tags: nobodys })]));
    expect(inputOf(target, "CreateWorkforce")).toEqual({
      WorkforceName: "wildlife",
      CognitoConfig: { UserPool: "eu-west-1_Savanna01", ClientId: "rangers" },
      Tags: [
        { Key: "season", Value: "dry" },
        { Key: "wf:stack", Value: "labeling" },
      ],
    });
    expect(inputOf(target, "CreateWorkteam")).toMatchObject({
      MemberDefinitions: [{ CognitoMemberDefinition: { UserPool: "eu-west-1_Savanna01" } }],
      Tags: [{ Key: "wf:stack", Value: "labeling" }],
    });
  });

  test("of a Failed one of another stack is refused, and of nobody's is called out", () => {
    expect(planOne(workforce(), failed(anothers)).action).toBe("refused");
    expect(planOne(workforce(), failed(nobodys)).notes).toMatchObject([{ severity: "warning" }]);
    expect(steps(planOne(undefined, region(liveWorkforce({ status: "Failed" }))))).toEqual([
      "DeleteWorkforce wildlife",
      "wait gone wildlife",
    ]);
  });
});

describe("of a team, each field in both directions", () => {
  test.each<[string, Partial<Workteam>, Partial<LiveWorkteam>, object]>([
    [
      "another topic",
      { notificationTopicArn: topic("a") },
      { notificationTopicArn: topic("b") },
      { NotificationConfiguration: { NotificationTopicArn: topic("a") } },
    ],
    [
      "access by address freed",
      {},
      { workerAccess: access(true, false) },
      { WorkerAccessConfiguration: constraints(false, false) },
    ],
    [
      "access by VPC constrained",
      { workerAccess: access(false, true) },
      {},
      { WorkerAccessConfiguration: constraints(false, true) },
    ],
    [
      "one constraint for the other",
      { workerAccess: access(false, true) },
      { workerAccess: access(true, false) },
      { WorkerAccessConfiguration: constraints(false, true) },
    ],
    [
      "all groups others",
      { groups: ["vets"] },
      {},
      { MemberDefinitions: [{ CognitoMemberDefinition: { UserGroup: "vets" } }] },
    ],
  ])("%s", (_, desired, live, expected) => {
    const target = planOne(
      workforce({ workteams: [workteam("spotters", desired)] }),
      region(liveWorkforce(), [liveWorkteam("spotters", live)]),
    );
    expect(steps(target)).toEqual(["UpdateWorkteam spotters"]);
    expect(inputOf(target, "UpdateWorkteam")).toMatchObject(expected);
  });

  test("a tag changed, and one for another, with an update and an adoption", () => {
    expect(planTags({ park: "Kruger" }, tagged({ park: "Chobe" }))).toEqual(["AddTags spotters park"]);
    expect(planTags({ season: "dry" }, tagged({ park: "Chobe" }))).toEqual([
      "DeleteTags spotters park",
      "AddTags spotters season",
    ]);
    expect(planTags({}, { readable: true, values: { park: "Chobe" } }, { description: "Eyes" })).toEqual([
      "UpdateWorkteam spotters",
      "DeleteTags spotters park",
      "AddTags spotters wf:stack",
    ]);
  });
});
