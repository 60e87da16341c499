import { describe, expect, test } from "vitest";
import { cognito, oidc, stack, workforce, workteam } from "./blocks.ts";
import { model, onlyWorkforce, said } from "./configured.ts";

test("everything that can be said is in the model", async () => {
  const {
    accounts,
    regions,
    stack: owner,
    workforces,
  } = await model(
    `wf {
  stack            = "imaging"
  required_version = "~> 0.1"
  regions          = ["eu-north-1", "eu-west-3"]
}
account "prod" {
  profile             = "labeling-prod"
  allowed_account_ids = ["123456789012"]
  max_attempts        = 7
  assume_role {
    role_arn     = "arn:aws:iam::123456789012:role/wf"
    external_id  = "an:id"
    session_name = "wf@imaging"
    duration     = "1h30m"
  }
  endpoints { sagemaker = "http://127.0.0.1:4566" }
}
workforce "radiology" {
  account         = account.prod
  region          = "eu-west-1"
  name            = "readers-"
  ip_address_type = "dualstack"
  tags            = { site = "north", ward = 3 }
${oidc({
  client_secret: 'sensitive("s3cr3t")',
  scope: '"openid profile"',
  authentication_request_extra_params: '{ prompt = "login" }',
})}
  source_ip_config { cidrs = ["203.0.113.0/24", "2001:db8::/32"] }
  workforce_vpc_config {
    vpc_id             = "vpc-0a1b"
    security_group_ids = ["sg-0a"]
    subnets            = ["subnet-0b", "subnet-0a"]
  }
  lifecycle {
    prevent_destroy = true
    ignore_changes  = [tags, source_ip_config.cidrs]
  }
  timeouts {
    create = "1h30m"
    delete = "90s"
  }
  workteam "ct" {
    name                   = "computed-tomography"
    description            = "Reads CT"
    groups                 = ["ct", "night"]
    notification_topic_arn = "arn:aws:sns:eu-west-1:123456789012:ct"
    tags                   = { shift = "night" }
    worker_access {
      source_ip     = "Enabled"
      vpc_source_ip = "Enabled"
    }
  }
}
`,
  );
  expect([owner, regions]).toEqual(["imaging", ["eu-north-1", "eu-west-3"]]);
  expect(accounts).toEqual([
    {
      name: "prod",
      profile: "labeling-prod",
      allowedAccountIds: ["123456789012"],
      maxAttempts: 7,
      assumeRole: {
        roleArn: "arn:aws:iam::123456789012:role/wf",
        externalId: "an:id",
        sessionName: "wf@imaging",
        durationSeconds: 5400,
      },
      endpoints: { sagemaker: "http://127.0.0.1:4566" },
      span: expect.anything(),
    },
  ]);
  const [radiology] = workforces;
  const secret =
    radiology?.identityProvider?.kind === "oidc" ? radiology.identityProvider.clientSecret.reveal() : "";
  expect(secret).toBe("s3cr3t");
  expect(workforces).toEqual([
    {
      address: "workforce.radiology",
      account: "prod",
      region: "eu-west-1",
      name: "readers-",
      manage: "all",
      identityProvider: {
        kind: "oidc",
        clientId: "sagemaker",
        clientSecret: { reveal: expect.any(Function) },
        issuer: "https://idp.example.com/issuer",
        discover: false,
        authorizationEndpoint: "https://idp.example.com/authorization_endpoint",
        tokenEndpoint: "https://idp.example.com/token_endpoint",
        userInfoEndpoint: "https://idp.example.com/user_info_endpoint",
        logoutEndpoint: "https://idp.example.com/logout_endpoint",
        jwksUri: "https://idp.example.com/jwks_uri",
        scope: "openid profile",
        authenticationRequestExtraParams: { prompt: "login" },
      },
      sourceIpCidrs: ["2001:db8::/32", "203.0.113.0/24"],
      vpc: { vpcId: "vpc-0a1b", securityGroupIds: ["sg-0a"], subnets: ["subnet-0a", "subnet-0b"] },
      ipAddressType: "dualstack",
      tags: { site: "north", ward: "3" },
      workteams: [
        {
          address: "workforce.radiology.workteam.ct",
          name: "computed-tomography",
          description: "Reads CT",
          groups: ["ct", "night"],
          notificationTopicArn: "arn:aws:sns:eu-west-1:123456789012:ct",
          workerAccess: { sourceIp: "Enabled", vpcSourceIp: "Enabled" },
          tags: { shift: "night" },
          sensitive: new Set(),
          span: expect.anything(),
        },
      ],
      lifecycle: { preventDestroy: true, ignoreChanges: new Set(["tags", "source_ip_config.cidrs"]) },
      timeouts: { create: 5_400_000, update: 1_800_000, delete: 90_000 },
      sensitive: new Set(["oidc_config.client_secret"]),
      span: expect.anything(),
    },
  ]);
});

test("what is not said has its default", async () => {
  expect(await onlyWorkforce(workforce(workteam("readers")))).toEqual({
    address: "workforce.radiology",
    account: undefined,
    region: "eu-west-1",
    name: "radiology",
    manage: "all",
    identityProvider: { kind: "cognito", userPool: "eu-west-1_Rad10logy", clientId: "4example5client6id" },
    sourceIpCidrs: [],
    vpc: undefined,
    ipAddressType: "ipv4",
    tags: {},
    workteams: [
      expect.objectContaining({
        name: "readers",
        notificationTopicArn: undefined,
        workerAccess: { sourceIp: "Disabled", vpcSourceIp: "Disabled" },
        tags: {},
      }),
    ],
    lifecycle: { preventDestroy: false, ignoreChanges: new Set() },
    timeouts: { create: 1_800_000, update: 1_800_000, delete: 1_800_000 },
    sensitive: new Set(),
    span: expect.anything(),
  });
});

test("a workforce of someone else's has teams alone", async () => {
  const { manage, identityProvider, workteams } = await onlyWorkforce(
    workforce(`  manage = "teams"\n${workteam("readers")}`, { provider: "" }),
  );
  expect([manage, identityProvider, workteams.length]).toEqual(["teams", undefined, 1]);
});

test("the files of a directory are one configuration", async () => {
  const { workforces } = await model({
    "a.wf.hcl": `workforce "radiology" {\n  region  = local.region\n  account = account.prod\n${cognito}}\n`,
    "b.wf.hcl": 'locals {\n  region = var.region\n}\naccount "prod" {\n}\n',
    "c.wf.hcl": `${stack}variable "region" {\n  default = "eu-west-1"\n}\n`,
  });
  expect(workforces.map(({ address, region }) => [address, region])).toEqual([
    ["workforce.radiology", "eu-west-1"],
  ]);
  expect(
    await said({
      "a.wf.hcl": `${stack}variable "region" {\n  default = 1\n}\n`,
      "b.wf.hcl": 'variable "region" {\n  default = 2\n}\nwf {\n  stack = "b"\n}\n',
    }),
  ).toEqual([
    ["repeated-name", '"region"'],
    ["repeated-block", "wf"],
  ]);
});

describe("for_each", () => {
  test.each([
    ["a set", 'toset(["us-east-1", "eu-west-1"])', "each.value", ["eu-west-1", "us-east-1"]],
    ["a map", '{ west = "eu-west-1", east = "us-east-1" }', "each.value", ["east", "west"]],
    ["a map of objects", '{ west = { region = "eu-west-1" } }', "each.value.region", ["west"]],
    ["keys with quotes", String.raw`{ "a\"b" = "eu-west-1" }`, "each.value", ['a"b']],
    ["nothing", "{}", "each.value", []],
  ])("of a workforce goes through %s", async (_, collection, region, keys) => {
    const provider = cognito.replace("eu-west-1_", `\${${region}}_`);
    const { workforces } = await model(workforce(`  for_each = ${collection}\n`, { provider, region }));
    expect(workforces.map(({ address, name }) => [address, name])).toEqual(
      keys.map((key) => [`workforce.radiology[${JSON.stringify(key)}]`, "radiology"]),
    );
  });

  test("of teams can go through what the workforce's own gives", async () => {
    const { workforces } = await model(
      workforce(
        `  for_each = {
    eu-west-1 = { ct = ["ct"], mr = ["mr", "night"] }
    us-east-1 = { ct = ["us"] }
  }
${workteam("reading", { for_each: "each.value", name: '"${each.key}-readers"', groups: "each.value" })}`,
        { provider: cognito.replace("eu-west-1_", "${each.key}_"), region: "each.key" },
      ),
    );
    expect(
      workforces.flatMap(({ workteams }) =>
        workteams.map(({ address, name, groups }) => [address, name, groups]),
      ),
    ).toEqual([
      ['workforce.radiology["eu-west-1"].workteam.reading["ct"]', "ct-readers", ["ct"]],
      ['workforce.radiology["eu-west-1"].workteam.reading["mr"]', "mr-readers", ["mr", "night"]],
      ['workforce.radiology["us-east-1"].workteam.reading["ct"]', "ct-readers", ["us"]],
    ]);
  });

  test.each([
    ["a list", '["eu-west-1"]', "a tuple"],
    ["a text", '"eu-west-1"', "a string"],
    ["a set of numbers", "toset([1])", "a set of number"],
    ["null", "null", "null"],
  ])("refuses %s", async (_, collection) => {
    expect(await said(workforce(`  for_each = ${collection}\n`))).toEqual([["wrong-for-each", collection]]);
  });

  test("needs names of their own for its teams", async () => {
    expect(await said(workforce(workteam("readers", { for_each: 'toset(["ct", "mr"])' })))).toEqual([
      ["repeated-workteam", 'workteam "readers"'],
    ]);
  });

  test("may hold sensitive values under keys that may be seen", async () => {
    const { workteams } = await onlyWorkforce(
      workforce(
        workteam("readers", {
          for_each: '{ ct = sensitive("Reads CT") }',
          description: "each.value",
          name: "each.key",
        }),
      ),
    );
    expect(workteams.map(({ sensitive }) => [...sensitive])).toEqual([["description"]]);
  });
});

describe("the version that a configuration wants", () => {
  test.each([
    [">= 0.1.0", []],
    ["~> 0.1", []],
    ["~> 0.1.0", []],
    [">= 0.1.0, < 2.0.0", []],
    ["0.1.0", []],
    ["= 0.1.0", []],
    ["!= 0.1.1", []],
    [">= 0.1, != 0.1.0", ["version-not-allowed"]],
    ["~> 0.2", ["version-not-allowed"]],
    ["< 0.1.0", ["version-not-allowed"]],
    ["newest", ["invalid-version-constraint"]],
    ["", ["invalid-version-constraint"]],
    [">= 0.1.0,", ["invalid-version-constraint"]],
  ])("may be %s", async (constraint, codes) => {
    const text = `wf {\n  stack = "imaging"\n  required_version = "${constraint}"\n}\n`;
    expect((await said(text)).map(([code]) => code)).toEqual(codes);
  });

  test("is read in time that grows with its length", async () => {
    const constraint = `!= 0.1.${"1".repeat(150_000)} x`;
    const text = `wf {\n  stack = "imaging"\n  required_version = "${constraint}"\n}\n`;
    expect((await said(text)).map(([code]) => code)).toEqual(["invalid-version-constraint"]);
  });
});

const asserting = (condition: string): string =>
  workforce(
    `  tags = { site = "north" }\n${workteam("readers")}  assert {\n    condition     = ${condition}\n    error_message = "\${self.name} of \${var.site} is wrong."\n  }\n`,
  ) + 'variable "site" {\n  default = "north"\n}\n';

describe("an assertion", () => {
  test.each([
    'self.name == "radiology" && self.region == "eu-west-1" && self.ip_address_type == "ipv4"',
    'self.tags["site"] == var.site',
    "self.oidc_config == null && self.source_ip_config == null",
    "startswith(self.cognito_config.user_pool, self.region)",
    'alltrue([for team in self.workteam : contains(team.groups, "readers")])',
    'self.workteam[0].worker_access == null && self.workteam[0].name == "readers"',
  ])("holds where %s", async (condition) => {
    expect(await said(asserting(condition))).toEqual([]);
  });

  test("that does not hold says its message", async () => {
    const condition = "length(self.workteam) > 1";
    expect(await said(asserting(condition))).toEqual([["assertion-failed", condition]]);
  });

  test("is held against each instance, and knows each", async () => {
    const text = workforce(
      `  for_each = toset(["eu-west-1", "us-east-1"])\n  assert {\n    condition = each.key == self.region && each.key != "us-east-1"\n    error_message = "Not \${each.key}."\n  }\n`,
      { provider: cognito.replace("eu-west-1_", "${each.key}_"), region: "each.key" },
    );
    expect((await said(text)).map(([code]) => code)).toEqual(["assertion-failed"]);
  });

  test("of a value that is not known holds so far, and mistakes in it are told", async () => {
    const later = `${asserting('self.tags["site"] == var.later')}variable "later" {\n}\n`;
    expect(await said(later, { missingVariables: "unknown" })).toEqual([]);
    expect(await said(asserting("self.nmae == 1"))).toEqual([["no-attribute", ".nmae"]]);
    expect(await said(asserting("self.name"))).toEqual([["condition-not-bool", "self.name"]]);
  });
});
