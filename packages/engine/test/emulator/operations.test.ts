import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { apiOperations } from "../../src/emulator/api-model.ts";
import { type Emulator, startEmulator } from "../../src/emulator/index.ts";
import { isOperation } from "../../src/emulator/operations.ts";
import { violations } from "../../src/emulator/violations.ts";
import {
  clientSecret,
  hospitalVpc,
  oidcConfig,
  radiology,
  readers,
  trackers,
  wildlife,
} from "../fixtures.ts";
import { type WireAnswer, wireCall } from "./wire.ts";

let emulator: Emulator;
let now = 1_780_000_000_000;
const arn = "arn:aws:sagemaker:us-east-1:123456789012";
const radiologyArn = `${arn}:workforce/radiology`;
const readersArn = `${arn}:workteam/private-crowd/readers`;

beforeEach(async () => {
  now = 1_780_000_000_000;
  emulator = await startEmulator({ now: () => now, vpcDelayMilliseconds: 360_000 });
});
afterEach(() => emulator.close());

async function call(operation: string, input: unknown): Promise<WireAnswer> {
  const answer = await wireCall(emulator.url, operation, input);
  const shape = answer.status === 200 && isOperation(operation) ? apiOperations[operation].output : undefined;
  expect(shape === undefined ? [] : violations(shape, answer.body)).toEqual([]);
  return answer;
}

async function ok(operation: string, input: unknown): Promise<WireAnswer["body"]> {
  const { status, body } = await call(operation, input);
  expect(body).not.toHaveProperty("__type");
  expect(status).toBe(200);
  return body;
}

async function status(): Promise<unknown> {
  const { Workforce } = await ok("DescribeWorkforce", { WorkforceName: "radiology" });
  return Workforce;
}

describe("a workforce", () => {
  test("is created, described without its secret, and listed", async () => {
    expect(await ok("CreateWorkforce", radiology)).toEqual({ WorkforceArn: radiologyArn });
    const { ClientSecret: _, ...shown } = oidcConfig;
    const described = await ok("DescribeWorkforce", { WorkforceName: "radiology" });
    expect(described).toEqual({
      Workforce: {
        WorkforceName: "radiology",
        WorkforceArn: radiologyArn,
        CreateDate: 1_780_000_000,
        LastUpdatedDate: 1_780_000_000,
        OidcConfig: shown,
        SourceIpConfig: { Cidrs: [] },
        Status: "Active",
        SubDomain: expect.stringMatching(/^[0-9a-f]{10}\.labeling\.us-east-1\.sagemaker\.aws$/),
      },
    });
    expect(await ok("ListWorkforces", {})).toEqual({ Workforces: [described["Workforce"]] });
    expect(JSON.stringify([emulator.state(), emulator.calls()])).not.toContain(clientSecret);
  });

  test("has another sub-domain each time it is created, and the same in each run", async () => {
    const seen: unknown[] = [];
    for (const _ of [1, 2]) {
      await ok("CreateWorkforce", radiology);
      seen.push(await status());
      await ok("DeleteWorkforce", { WorkforceName: "radiology" });
    }
    const [first, second] = seen;
    expect(first).toHaveProperty("SubDomain", "472e561c24.labeling.us-east-1.sagemaker.aws");
    expect(second).not.toHaveProperty("SubDomain", "472e561c24.labeling.us-east-1.sagemaker.aws");
  });

  test("with a VPC is Initializing, Active, Updating, Active without it, and gone, as time goes by", async () => {
    await ok("CreateWorkforce", { ...radiology, WorkforceVpcConfig: hospitalVpc });
    expect(await status()).toMatchObject({ Status: "Initializing", WorkforceVpcConfig: hospitalVpc });
    expect((await call("CreateWorkteam", readers)).body).toMatchObject({
      __type: "ValidationException",
      message: expect.stringContaining("Initializing"),
    });
    expect((await call("UpdateWorkforce", { WorkforceName: "radiology" })).errorType).toBe(
      "ConflictException",
    );
    expect((await call("DeleteWorkforce", { WorkforceName: "radiology" })).errorType).toBe(
      "ValidationException",
    );
    now += 360_000;
    expect(await status()).toMatchObject({ Status: "Active" });
    const update = { WorkforceName: "radiology", WorkforceVpcConfig: {} };
    expect(await ok("UpdateWorkforce", update)).toMatchObject({
      Workforce: { Status: "Updating", WorkforceVpcConfig: hospitalVpc },
    });
    now += 360_000;
    expect(await status()).not.toHaveProperty("WorkforceVpcConfig");
    await ok("UpdateWorkforce", { ...update, WorkforceVpcConfig: hospitalVpc });
    now += 360_000;
    await ok("DeleteWorkforce", { WorkforceName: "radiology" });
    expect(await status()).toMatchObject({ Status: "Deleting" });
    now += 360_000;
    expect((await call("DescribeWorkforce", { WorkforceName: "radiology" })).body["message"]).toContain(
      "No workforce",
    );
  });

  test("ends Failed with the reason when a fault says so, and can then be deleted", async () => {
    emulator.setFaults([
      { operation: "CreateWorkforce", fault: { kind: "fail-later", reason: "No free address in subnet-0a" } },
    ]);
    await ok("CreateWorkforce", { ...radiology, WorkforceVpcConfig: hospitalVpc });
    now += 360_000;
    expect(await status()).toMatchObject({ Status: "Failed", FailureReason: "No free address in subnet-0a" });
    expect((await call("CreateWorkteam", readers)).status).toBe(400);
    await ok("DeleteWorkforce", { WorkforceName: "radiology" });
  });

  test("keeps what an update leaves out, and knows the hash of the secret that is live", async () => {
    await ok("CreateWorkforce", { ...radiology, SourceIpConfig: { Cidrs: ["203.0.113.0/24"] } });
    const before = emulator.state();
    const rotated = { ...oidcConfig, ClientSecret: "Rotated.2027-secret" };
    await ok("UpdateWorkforce", { WorkforceName: "radiology", OidcConfig: rotated });
    expect(emulator.state()).not.toEqual(before);
    expect(await status()).toMatchObject({ SourceIpConfig: { Cidrs: ["203.0.113.0/24"] } });
    await ok("UpdateWorkforce", { WorkforceName: "radiology", SourceIpConfig: { Cidrs: [] } });
    expect(await status()).toMatchObject({ SourceIpConfig: { Cidrs: [] } });
  });
});

describe("creating a workforce is refused", () => {
  test.each([
    ["without an identity provider", { WorkforceName: "radiology" }, "Either CognitoConfig or OidcConfig"],
    ["with two", { ...radiology, CognitoConfig: wildlife.CognitoConfig }, "can not both"],
    [
      "with a pool of another region",
      { ...wildlife, CognitoConfig: { UserPool: "eu-west-1_Savanna01", ClientId: "rangers" } },
      "not in region us-east-1",
    ],
    ["with half a VPC", { ...radiology, WorkforceVpcConfig: { VpcId: "vpc-0ward" } }, "together"],
    ["with IPv6 alone", { ...radiology, SourceIpConfig: { Cidrs: ["2001:db8::/32"] } }, "dualstack"],
    [
      "with eleven ranges",
      { ...radiology, SourceIpConfig: { Cidrs: Array.from({ length: 11 }, (_, i) => `10.${i}.0.0/16`) } },
      "at most ten",
    ],
    ["with a reserved tag", { ...radiology, Tags: [{ Key: "aws:x", Value: "" }] }, "aws: prefixed"],
    [
      "with a name that has a space",
      { ...radiology, WorkforceName: "the ward" },
      "1 validation error detected: Value 'the ward' at 'workforceName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9]([a-zA-Z0-9\\-]){0,62}",
    ],
    [
      "with a secret that is no ASCII, which is echoed",
      { ...radiology, OidcConfig: { ...oidcConfig, ClientSecret: "geheim-ü" } },
      "Value 'geheim-ü' at 'oidcConfig.clientSecret' failed to satisfy constraint",
    ],
    [
      "with two mistakes at once",
      { WorkforceName: "", SourceIpConfig: { Cidrs: ["10.0.0.0/33"] } },
      "3 validation errors detected: ",
    ],
    ["without a name", { OidcConfig: oidcConfig }, "Value null at 'workforceName'"],
  ])("%s", async (_, input, message) => {
    const answer = await call("CreateWorkforce", input);
    expect(answer).toMatchObject({ status: 400, errorType: "ValidationException" });
    expect(answer.body["message"]).toContain(message);
    expect(emulator.state().regions["123456789012/us-east-1"]?.workforce).toBeUndefined();
  });

  test("in a region that has one", async () => {
    await ok("CreateWorkforce", radiology);
    expect((await call("CreateWorkforce", wildlife)).body["message"]).toBe(
      "Cannot create more than one workforce for account 123456789012. If you are trying to update existing workforce, please use UpdateWorkforce API",
    );
    expect((await wireCall(emulator.url, "CreateWorkforce", radiology, { region: "eu-west-1" })).status).toBe(
      200,
    );
    expect(
      (await wireCall(emulator.url, "CreateWorkforce", radiology, { accessKey: "210987654321" })).body,
    ).toEqual({ WorkforceArn: "arn:aws:sagemaker:us-east-1:210987654321:workforce/radiology" });
  });
});

describe("a work team", () => {
  beforeEach(() => ok("CreateWorkforce", radiology));

  test("is created, described, updated and deleted", async () => {
    expect(await ok("CreateWorkteam", readers)).toEqual({ WorkteamArn: readersArn });
    expect(await ok("DescribeWorkteam", { WorkteamName: "readers" })).toMatchObject({
      Workteam: {
        WorkforceArn: radiologyArn,
        WorkerAccessConfiguration: {
          S3Presign: { IamPolicyConstraints: { SourceIp: "Disabled", VpcSourceIp: "Disabled" } },
        },
      },
    });
    const MemberDefinitions = [{ OidcMemberDefinition: { Groups: ["night-shift"] } }];
    const topic = { NotificationTopicArn: "arn:aws:sns:us-east-1:123456789012:reads" };
    await ok("UpdateWorkteam", {
      WorkteamName: "readers",
      MemberDefinitions,
      NotificationConfiguration: topic,
    });
    expect(await ok("ListWorkteams", { NameContains: "read" })).toMatchObject({
      Workteams: [{ MemberDefinitions, Description: "First reads", NotificationConfiguration: topic }],
    });
    await ok("UpdateWorkteam", { WorkteamName: "readers", NotificationConfiguration: {} });
    expect(await ok("DescribeWorkteam", { WorkteamName: "readers" })).toMatchObject({
      Workteam: { NotificationConfiguration: {} },
    });
    expect(await ok("DeleteWorkteam", { WorkteamName: "readers" })).toEqual({ Success: true });
    expect((await call("DescribeWorkteam", { WorkteamName: "readers" })).body["message"]).toContain(
      "The work team",
    );
  });

  test("keeps its workforce from deletion and from an OIDC update", async () => {
    await ok("CreateWorkteam", readers);
    expect((await call("DeleteWorkforce", { WorkforceName: "radiology" })).errorType).toBe("ResourceInUse");
    const update = { WorkforceName: "radiology", OidcConfig: oidcConfig };
    expect((await call("UpdateWorkforce", update)).errorType).toBe("ValidationException");
    await ok("UpdateWorkforce", { WorkforceName: "radiology", SourceIpConfig: { Cidrs: ["10.0.0.0/8"] } });
  });

  test.each([
    ["ResourceInUse", readers],
    ["ValidationException", { ...readers, WorkforceName: "wildlife", WorkteamName: "others" }],
    ["ValidationException", { ...trackers, WorkforceName: "radiology" }],
    ["ValidationException", { ...readers, WorkteamName: "ends-with-" }],
    ["ValidationException", { ...readers, WorkteamName: "nobody", MemberDefinitions: [] }],
    ["ValidationException", { ...readers, WorkteamName: "empty", MemberDefinitions: [{}] }],
    [
      "ValidationException",
      {
        ...readers,
        WorkteamName: "mixed",
        MemberDefinitions: [...readers.MemberDefinitions, ...trackers.MemberDefinitions],
      },
    ],
  ])("is refused with %s: %o", async (type, input) => {
    await ok("CreateWorkteam", readers);
    expect((await call("CreateWorkteam", input)).errorType).toBe(type);
  });

  test("is one of at most 25, listed page after page", async () => {
    const names = Array.from({ length: 25 }, (_, index) => `shift-${String(index).padStart(2, "0")}`);
    for (const WorkteamName of names) await ok("CreateWorkteam", { ...readers, WorkteamName });
    expect((await call("CreateWorkteam", readers)).errorType).toBe("ResourceLimitExceeded");
    const seen: unknown[] = [];
    let NextToken: unknown;
    const sizes: number[] = [];
    do {
      const page = await ok("ListWorkteams", { NextToken, SortBy: "Name", SortOrder: "Descending" });
      const teams = page["Workteams"];
      if (!Array.isArray(teams)) throw new Error("no teams");
      sizes.push(teams.length);
      seen.push(...teams);
      NextToken = page["NextToken"];
    } while (NextToken !== undefined);
    expect(sizes).toEqual([10, 10, 5]);
    expect(seen).toMatchObject(names.toReversed().map((WorkteamName) => ({ WorkteamName })));
    const refusal = await call("ListWorkteams", { NextToken: "paw-prints" });
    expect(refusal.errorType).toBe("ValidationException");
  });
});

describe("tags", () => {
  beforeEach(async () => {
    await ok("CreateWorkforce", { ...radiology, Tags: [{ Key: "ward", Value: "7" }] });
    await ok("CreateWorkteam", readers);
  });

  test.each([radiologyArn, readersArn])(
    "of %s are set over each other, listed and taken away",
    async (ResourceArn) => {
      await ok("AddTags", {
        ResourceArn,
        Tags: [
          { Key: "ward", Value: "8" },
          { Key: "shift", Value: "night" },
        ],
      });
      expect(await ok("ListTags", { ResourceArn })).toEqual({
        Tags: [
          { Key: "shift", Value: "night" },
          { Key: "ward", Value: "8" },
        ],
      });
      await ok("DeleteTags", { ResourceArn, TagKeys: ["ward", "bed"] });
      expect(await ok("ListTags", { ResourceArn })).toEqual({ Tags: [{ Key: "shift", Value: "night" }] });
    },
  );

  test.each([
    ["AddTags", { ResourceArn: radiologyArn, Tags: [{ Key: "aws:ward", Value: "" }] }],
    ["ListTags", { ResourceArn: `${arn}:workforce/wildlife` }],
    ["ListTags", { ResourceArn: `${arn}:workteam/private-crowd/trackers` }],
    ["ListTags", { ResourceArn: `${arn}:training-job/xray` }],
    ["ListTags", { ResourceArn: radiologyArn, MaxResults: 49 }],
    ["ListTags", { ResourceArn: radiologyArn.replace("us-east-1", "eu-west-1") }],
  ])("%s refuses %o", async (operation, input) => {
    expect((await call(operation, input)).errorType).toBe("ValidationException");
  });

  test("are at most fifty", async () => {
    const Tags = Array.from({ length: 50 }, (_, index) => ({ Key: `bed-${index}`, Value: "" }));
    expect((await call("AddTags", { ResourceArn: radiologyArn, Tags })).errorType).toBe(
      "ValidationException",
    );
    await ok("AddTags", { ResourceArn: readersArn, Tags });
  });
});

test("Vendors' workforces, labeling jobs and flow definitions come from the seed", async () => {
  await emulator.setState({
    regions: {
      "123456789012/us-east-1": {
        vendorWorkforces: [{ name: "annotators" }],
        workforce: {
          name: "wildlife",
          identityProvider: { kind: "cognito", userPool: "us-east-1_Savanna01", clientId: "rangers" },
        },
        workteams: [
          { name: "trackers", description: "Footprints", members: [{ kind: "oidc", groups: ["a"] }] },
        ],
        labelingJobs: [{ name: "lions", workteamName: "trackers", pendingHuman: 7, humanLabeled: 3 }],
        flowDefinitions: [{ name: "lion-review", workteamName: "trackers" }],
      },
    },
  });
  expect(await ok("ListWorkforces", { SortBy: "Name" })).toMatchObject({
    Workforces: [
      { WorkforceArn: `${arn}:workforce/vendor-crowd/annotators` },
      { WorkforceArn: `${arn}:workforce/wildlife` },
    ],
  });
  const WorkteamArn = `${arn}:workteam/private-crowd/trackers`;
  expect(await ok("ListLabelingJobsForWorkteam", { WorkteamArn })).toMatchObject({
    LabelingJobSummaryList: [{ LabelingJobName: "lions", LabelCounters: { PendingHuman: 7, Total: 10 } }],
  });
  expect(await ok("ListFlowDefinitions", {})).toMatchObject({
    FlowDefinitionSummaries: [{ FlowDefinitionName: "lion-review" }],
  });
  expect(await ok("DescribeFlowDefinition", { FlowDefinitionName: "lion-review" })).toMatchObject({
    HumanLoopConfig: { WorkteamArn },
  });
  const missing = await call("DescribeFlowDefinition", { FlowDefinitionName: "zebra-review" });
  expect(missing.errorType).toBe("ResourceNotFound");
});
