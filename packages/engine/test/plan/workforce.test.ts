import { describe, expect, test } from "vitest";
import type { Workforce } from "@wf/parser";
import type { LiveWorkforce } from "../../src/live-state.ts";
import {
  cognito,
  inputOf,
  liveOidc,
  liveWorkforce,
  nobodys,
  oidc,
  oursWithSecret,
  planDestroy,
  planOne,
  region,
  steps,
  tagged,
  workforce,
} from "../builders.ts";

const savanna = { vpcId: "vpc-0sav", subnets: ["subnet-0a", "subnet-0b"], securityGroupIds: ["sg-0sav"] };
const oidcWorkforce = (changes: Parameters<typeof oidc>[0] = {}): Workforce =>
  workforce({ identityProvider: oidc(changes) });
const liveOidcWorkforce = (changes: Parameters<typeof liveOidc>[0] = {}): LiveWorkforce =>
  liveWorkforce({ identityProvider: liveOidc(changes), tags: oursWithSecret });

const ignoring = (paths: readonly string[], changes: Partial<Workforce>): Workforce =>
  workforce({ ...changes, lifecycle: { preventDestroy: false, ignoreChanges: new Set(paths) } });

describe("without a workforce in the region", () => {
  test("nothing is wanted: nothing is done", () => {
    expect(planOne(undefined, region())).toMatchObject({ action: "none", steps: [], workforce: undefined });
  });

  test("a workforce is created and waited for", () => {
    const target = planOne(
      workforce({
        sourceIpCidrs: ["203.0.113.0/24"],
        vpc: savanna,
        ipAddressType: "dualstack",
        tags: { park: "Serengeti" },
      }),
      region(),
    );
    expect(target.action).toBe("create");
    expect(target.steps).toEqual([
      {
        kind: "call",
        needsSecret: false,
        call: {
          operation: "CreateWorkforce",
          input: {
            WorkforceName: "wildlife",
            CognitoConfig: { UserPool: "eu-west-1_Savanna01", ClientId: "rangers" },
            SourceIpConfig: { Cidrs: ["203.0.113.0/24"] },
            WorkforceVpcConfig: {
              VpcId: "vpc-0sav",
              SecurityGroupIds: ["sg-0sav"],
              Subnets: ["subnet-0a", "subnet-0b"],
            },
            IpAddressType: "dualstack",
            Tags: [
              { Key: "park", Value: "Serengeti" },
              { Key: "wf:stack", Value: "labeling" },
            ],
          },
        },
      },
      { kind: "wait", until: "active", workforceName: "wildlife", timeoutMilliseconds: 1_800_000 },
    ]);
    expect(target.impact).toEqual({
      portalClosed: undefined,
      signInAddressChanges: false,
      workteamsRecreated: [],
      workteamsDeleted: [],
    });
  });

  test("an OIDC workforce is created with its fingerprint, and no step holds the secret", () => {
    const target = planOne(oidcWorkforce(), region());
    expect(target.steps[0]).toMatchObject({ needsSecret: true });
    expect(inputOf(target, "CreateWorkforce")).toMatchObject({
      OidcConfig: { ClientId: "sagemaker", Scope: "openid profile groups" },
      Tags: [{ Key: "wf:secret" }, { Key: "wf:stack" }],
    });
    expect(JSON.stringify(target)).not.toContain("Xray");
    expect(target.workforce?.changes.map((change) => change.path)).toContain("oidc_config.client_secret");
  });
});

test("a workforce that is as it should be is left alone", () => {
  expect(planOne(workforce(), region(liveWorkforce()))).toMatchObject({
    action: "none",
    steps: [],
    notes: [],
  });
  expect(planOne(oidcWorkforce(), region(liveOidcWorkforce()))).toMatchObject({
    action: "none",
    steps: [],
    notes: [],
    workforce: { unchanged: 9 },
  });
});

describe("what differs in spelling only is no difference", () => {
  test.each<[string, Partial<Workforce>, Partial<LiveWorkforce>]>([
    [
      "the order of ranges",
      { sourceIpCidrs: ["198.51.100.0/24", "203.0.113.0/24"] },
      { sourceIpCidrs: ["203.0.113.0/24", "198.51.100.0/24"] },
    ],
    [
      "a range said twice",
      { sourceIpCidrs: ["10.0.0.0/8", "10.0.0.0/8"] },
      { sourceIpCidrs: ["10.0.0.0/8"] },
    ],
    ["host bits", { sourceIpCidrs: ["198.51.100.7/24"] }, { sourceIpCidrs: ["198.51.100.0/24"] }],
    [
      "the spelling of IPv6",
      { sourceIpCidrs: ["2001:DB8:0:0::/32"], ipAddressType: "dualstack" },
      { sourceIpCidrs: ["2001:db8::/32"], ipAddressType: "dualstack" },
    ],
    [
      "the order of subnets and security groups",
      { vpc: { ...savanna, subnets: ["subnet-0b", "subnet-0a"], securityGroupIds: ["sg-2", "sg-1"] } },
      { vpc: { ...savanna, securityGroupIds: ["sg-1", "sg-2"] } },
    ],
    ["AWS's own tags", { tags: {} }, { tags: tagged({ "aws:cloudformation:stack-name": "parks" }) }],
    ["the order of tags", { tags: { a: "1", b: "2" } }, { tags: tagged({ b: "2", a: "1" }) }],
    [
      "the normal form of tags",
      { tags: { "r\u00e9gion": "Quer\u00e9taro" } },
      { tags: tagged({ "re\u0301gion": "Quere\u0301taro" }) },
    ],
  ])("%s", (_, desired, live) => {
    expect(planOne(workforce(desired), region(liveWorkforce(live)))).toMatchObject({
      action: "none",
      steps: [],
    });
  });
});

describe("changed in place", () => {
  test.each<[string, Partial<Workforce>, Partial<LiveWorkforce>, object]>([
    ["ranges set", { sourceIpCidrs: ["10.0.0.0/8"] }, {}, { SourceIpConfig: { Cidrs: ["10.0.0.0/8"] } }],
    [
      "ranges changed",
      { sourceIpCidrs: ["10.0.0.0/8"] },
      { sourceIpCidrs: ["172.16.0.0/12"] },
      { SourceIpConfig: { Cidrs: ["10.0.0.0/8"] } },
    ],
    ["ranges removed", {}, { sourceIpCidrs: ["172.16.0.0/12"] }, { SourceIpConfig: { Cidrs: [] } }],
    [
      "a VPC set",
      { vpc: savanna },
      {},
      {
        WorkforceVpcConfig: {
          VpcId: "vpc-0sav",
          SecurityGroupIds: ["sg-0sav"],
          Subnets: ["subnet-0a", "subnet-0b"],
        },
      },
    ],
    [
      "a VPC's subnets changed: all three parts go",
      { vpc: { ...savanna, subnets: ["subnet-0c"] } },
      { vpc: savanna },
      { WorkforceVpcConfig: { VpcId: "vpc-0sav", SecurityGroupIds: ["sg-0sav"], Subnets: ["subnet-0c"] } },
    ],
    [
      "a VPC's security groups changed",
      { vpc: { ...savanna, securityGroupIds: ["sg-1"] } },
      { vpc: savanna },
      {
        WorkforceVpcConfig: {
          VpcId: "vpc-0sav",
          SecurityGroupIds: ["sg-1"],
          Subnets: ["subnet-0a", "subnet-0b"],
        },
      },
    ],
    ["a VPC removed", {}, { vpc: savanna }, { WorkforceVpcConfig: {} }],
    ["dualstack", { ipAddressType: "dualstack" }, {}, { IpAddressType: "dualstack" }],
    ["back to ipv4", {}, { ipAddressType: "dualstack" }, { IpAddressType: "ipv4" }],
    [
      "dualstack and an IPv6 range in one call",
      { ipAddressType: "dualstack", sourceIpCidrs: ["2001:db8::/32"] },
      {},
      { IpAddressType: "dualstack", SourceIpConfig: { Cidrs: ["2001:db8::/32"] } },
    ],
  ])("%s", (_, desired, live, expected) => {
    const target = planOne(workforce(desired), region(liveWorkforce(live)));
    expect(target.action).toBe("update");
    expect(steps(target)).toEqual(["UpdateWorkforce wildlife", "wait active wildlife"]);
    expect(inputOf(target, "UpdateWorkforce")).toEqual({ WorkforceName: "wildlife", ...expected });
    expect(target.steps[0]).toMatchObject({ needsSecret: false });
  });

  test.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>, readonly string[]]>([
    ["a tag set", { park: "Kruger" }, {}, ["AddTags wildlife park"]],
    ["a tag changed", { park: "Kruger" }, { park: "Serengeti" }, ["AddTags wildlife park"]],
    ["a tag removed", {}, { park: "Serengeti" }, ["DeleteTags wildlife park"]],
    [
      "one for another: the old one goes first, so that fifty stay fifty",
      { region: "south" },
      { park: "Serengeti" },
      ["DeleteTags wildlife park", "AddTags wildlife region"],
    ],
  ])("%s", (_, desired, live, expected) => {
    const target = planOne(workforce({ tags: desired }), region(liveWorkforce({ tags: tagged(live) })));
    expect(target.action).toBe("update");
    expect(steps(target)).toEqual(expected);
  });
});

describe("an OIDC change takes the teams out and brings them back", () => {
  test.each<[string, Parameters<typeof oidc>[0], Parameters<typeof liveOidc>[0], string]>([
    ["the client", { clientId: "portal" }, {}, "client_id"],
    ["the issuer", { issuer: "https://other.example" }, {}, "issuer"],
    [
      "an endpoint",
      { authorizationEndpoint: "https://idp.radiology.example/a" },
      {},
      "authorization_endpoint",
    ],
    ["the token endpoint", { tokenEndpoint: "https://idp.radiology.example/t" }, {}, "token_endpoint"],
    ["the user endpoint", { userInfoEndpoint: "https://idp.radiology.example/u" }, {}, "user_info_endpoint"],
    ["the logout endpoint", { logoutEndpoint: "https://idp.radiology.example/l" }, {}, "logout_endpoint"],
    ["the keys", { jwksUri: "https://idp.radiology.example/j" }, {}, "jwks_uri"],
    ["a scope set", {}, { scope: undefined }, "scope"],
    ["a scope changed", { scope: "openid" }, {}, "scope"],
    ["a scope removed", { scope: undefined }, {}, "scope"],
    [
      "parameters set",
      { authenticationRequestExtraParams: { prompt: "login" } },
      {},
      "authentication_request_extra_params",
    ],
    [
      "parameters removed",
      {},
      { authenticationRequestExtraParams: { prompt: "login" } },
      "authentication_request_extra_params",
    ],
  ])("%s", (_, desired, live, path) => {
    const target = planOne(oidcWorkforce(desired), region(liveOidcWorkforce(live)));
    expect(target.workforce?.changes).toMatchObject([{ path: `oidc_config.${path}`, effect: "staged" }]);
    expect(steps(target)).toEqual([
      "AddTags wildlife wf:secret",
      "UpdateWorkforce wildlife",
      "wait active wildlife",
      "AddTags wildlife wf:secret",
    ]);
    expect(inputOf(target, "UpdateWorkforce")).toHaveProperty("OidcConfig.Issuer");
    expect(target.steps[1]).toMatchObject({ needsSecret: true });
  });
});

describe("delete-then-create", () => {
  test.each<[string, Workforce, LiveWorkforce, readonly string[]]>([
    ["another name", workforce(), liveWorkforce({ name: "animals" }), ["name"]],
    [
      "another user pool",
      workforce({ identityProvider: cognito({ userPool: "eu-west-1_Kruger" }) }),
      liveWorkforce(),
      ["cognito_config.user_pool"],
    ],
    [
      "another app client",
      workforce({ identityProvider: cognito({ clientId: "trackers" }) }),
      liveWorkforce(),
      ["cognito_config.client_id"],
    ],
    [
      "OIDC to Cognito",
      workforce(),
      liveOidcWorkforce({ scope: undefined }),
      [
        "cognito_config.user_pool",
        "cognito_config.client_id",
        "oidc_config.client_id",
        "oidc_config.issuer",
        "oidc_config.authorization_endpoint",
        "oidc_config.token_endpoint",
        "oidc_config.user_info_endpoint",
        "oidc_config.logout_endpoint",
        "oidc_config.jwks_uri",
      ],
    ],
  ])("%s", (_, desired, live, forcing) => {
    const target = planOne(desired, region(live));
    expect(target.action).toBe("replace");
    expect(
      target.workforce?.changes.flatMap(({ path, effect }) => (effect === "replace" ? [path] : [])),
    ).toEqual(forcing);
    expect(steps(target)).toEqual([
      `DeleteWorkforce ${live.name}`,
      `wait gone ${live.name}`,
      "CreateWorkforce wildlife",
      "wait active wildlife",
    ]);
    expect(target.steps[1]).toMatchObject({ timeoutMilliseconds: 600_000 });
    expect(target.impact).toMatchObject({
      portalClosed: { fromStep: 1, toStep: 4 },
      signInAddressChanges: true,
    });
  });

  test("Cognito to OIDC, with the secret", () => {
    const target = planOne(oidcWorkforce(), region(liveWorkforce()));
    expect(target.action).toBe("replace");
    expect(target.steps[2]).toMatchObject({ needsSecret: true, call: { operation: "CreateWorkforce" } });
    expect(target.workforce?.changes.every(({ effect }) => effect === "replace")).toBe(true);
  });

  test("a workforce that Failed, even where nothing differs", () => {
    const live = liveWorkforce({ status: "Failed", failureReason: "The subnet has no free address." });
    const target = planOne(workforce(), region(live));
    expect(target).toMatchObject({
      action: "replace",
      workforce: { replaceReasons: ["its status is Failed: The subnet has no free address."] },
    });
    expect(steps(target)[0]).toBe("DeleteWorkforce wildlife");
  });

  test("one that --replace names", () => {
    const asked = { replace: new Set(["workforce.wildlife"]) };
    expect(planOne(workforce(), region(liveWorkforce()), asked)).toMatchObject({
      action: "replace",
      workforce: { replaceReasons: ["--replace asks for it"] },
    });
  });

  test("one made in the console is called out, with when it was made", () => {
    const target = planOne(workforce(), region(liveWorkforce({ name: "default", tags: nobodys })));
    expect(target.notes).toEqual([
      {
        severity: "warning",
        message:
          'Workforce "default" was not made by wf, and is deleted. It was made on 2026-03-01. To keep it as it is, use the block that wf pull prints of it.',
      },
    ]);
  });
});

describe("no longer wanted", () => {
  test("ours is deleted", () => {
    const target = planOne(undefined, region(liveWorkforce()));
    expect(target.action).toBe("delete");
    expect(steps(target)).toEqual(["DeleteWorkforce wildlife", "wait gone wildlife"]);
    expect(target.steps[1]).toMatchObject({ timeoutMilliseconds: 1_800_000 });
    expect(target.impact).toMatchObject({
      portalClosed: { fromStep: 1, toStep: 2 },
      signInAddressChanges: false,
    });
  });

  test("destroy deletes it under its block's timeout", () => {
    const target = planDestroy(workforce(), region(liveWorkforce()));
    expect(target).toMatchObject({ action: "delete", address: "workforce.wildlife" });
    expect(target.steps[1]).toMatchObject({ timeoutMilliseconds: 600_000 });
  });

  test.each([
    ["nobody's", nobodys, "it was not made by wf"],
    ["another stack's", tagged({ "wf:stack": "biology" }), 'it belongs to stack "biology"'],
  ])("%s is left alone and reported", (_, tags, why) => {
    const target = planOne(undefined, region(liveWorkforce({ tags })));
    expect(target).toMatchObject({ action: "none", steps: [], workforce: { action: "leave" } });
    expect(target.notes[0]?.message).toBe(
      `Workforce "wildlife" is left alone: no block names it, and ${why}.`,
    );
  });

  test("one that a block names is left alone when another stack's is not to be destroyed", () => {
    const live = region(liveWorkforce({ tags: tagged({ "wf:stack": "biology" }) }));
    const target = planDestroy(workforce(), live);
    expect(target.notes[0]?.message).toBe(
      'Workforce "wildlife" is left alone: it belongs to stack "biology".',
    );
  });
});

test.each(["Initializing", "Updating", "Deleting"] as const)("%s is busy: nothing is planned", (status) => {
  const live = region(liveWorkforce({ status }));
  expect(planOne(workforce({ sourceIpCidrs: ["10.0.0.0/8"] }), live)).toMatchObject({
    action: "busy",
    steps: [],
  });
  expect(planOne(workforce(), live)).toMatchObject({ action: "busy", steps: [] });
  expect(planOne(undefined, live)).toMatchObject({ action: "busy", steps: [] });
});

test("a busy workforce that is not ours concerns nobody", () => {
  const live = region(liveWorkforce({ status: "Updating", tags: nobodys }));
  expect(planOne(undefined, live)).toMatchObject({ action: "none" });
});

describe("prevent_destroy", () => {
  const kept = workforce({ lifecycle: { preventDestroy: true, ignoreChanges: new Set() } });
  test.each([
    ["a replacement", planOne(kept, region(liveWorkforce({ name: "animals" }))), /^Undo what forces it/],
    ["a Failed one's replacement", planOne(kept, region(liveWorkforce({ status: "Failed" }))), /^Undo/],
    ["a destruction", planDestroy(kept, region(liveWorkforce())), /^If it is to go, /],
  ])("refuses %s", (_, target, help) => {
    expect(target).toMatchObject({
      action: "refused",
      steps: [],
      refusals: [{ code: "prevent-destroy", help: expect.stringMatching(help) }],
      impact: { portalClosed: undefined, signInAddressChanges: false },
    });
  });

  test("allows an update", () => {
    expect(planOne({ ...kept, sourceIpCidrs: ["10.0.0.0/8"] }, region(liveWorkforce())).action).toBe(
      "update",
    );
  });
});

describe("ignore_changes", () => {
  test.each<[string, Workforce, LiveWorkforce]>([
    [
      "tags",
      ignoring(["tags"], { tags: { park: "Kruger" } }),
      liveWorkforce({ tags: tagged({ park: "Serengeti" }) }),
    ],
    [
      "source ranges",
      ignoring(["source_ip_config"], { sourceIpCidrs: [] }),
      liveWorkforce({ sourceIpCidrs: ["10.0.0.0/8"] }),
    ],
    ["the VPC", ignoring(["workforce_vpc_config"], {}), liveWorkforce({ vpc: savanna })],
    ["the address type", ignoring(["ip_address_type"], {}), liveWorkforce({ ipAddressType: "dualstack" })],
    [
      "one part of the VPC",
      ignoring(["workforce_vpc_config.subnets"], { vpc: savanna }),
      liveWorkforce({ vpc: { ...savanna, subnets: ["subnet-0c"] } }),
    ],
    [
      "one OIDC endpoint",
      ignoring(["oidc_config.scope"], { identityProvider: oidc({ scope: "openid" }) }),
      liveOidcWorkforce(),
    ],
    [
      "the whole of oidc_config, its secret too",
      ignoring(["oidc_config"], { identityProvider: oidc({ clientId: "portal" }) }),
      liveWorkforce({ identityProvider: liveOidc(), tags: tagged({ "wf:secret": "v1.another" }) }),
    ],
  ])("leaves %s as they are", (_, desired, live) => {
    expect(planOne(desired, region(live))).toMatchObject({ action: "none", steps: [] });
  });

  test("a replacement keeps what is ignored", () => {
    const target = planOne(
      ignoring(["tags", "source_ip_config"], { tags: { park: "Kruger" } }),
      region(
        liveWorkforce({
          name: "animals",
          sourceIpCidrs: ["10.0.0.0/8"],
          tags: tagged({ park: "Serengeti" }),
        }),
      ),
    );
    expect(inputOf(target, "CreateWorkforce")).toMatchObject({
      SourceIpConfig: { Cidrs: ["10.0.0.0/8"] },
      Tags: [{ Key: "park", Value: "Serengeti" }, { Key: "wf:stack" }],
    });
  });
});
