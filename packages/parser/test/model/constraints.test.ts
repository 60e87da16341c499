import { describe, expect, test } from "vitest";
import { block, oidc, workforce, workteam } from "./blocks.ts";
import { configured, said } from "./configured.ts";

const secret = { environment: { CLIENT_SECRET: "s3cr3t" } };
const quoted = (text: string): string => `"${text}"`;
const list = (count: number, each: (index: number) => string): string =>
  `[${Array.from({ length: count }, (_, index) => quoted(each(index))).join(", ")}]`;
const map = (count: number, each: (index: number) => string = (index) => `k${index}`): string =>
  `{ ${Array.from({ length: count }, (_, index) => `"${each(index)}" = "v"`).join(", ")} }`;

const inOidc = (name: string, written: string): string =>
  workforce("", { provider: oidc({ [name]: written }) });
const inTeam = (name: string, written: string): string => workforce(workteam("readers", { [name]: written }));
const inVpc = (name: string, written: string): string =>
  workforce(
    block("workforce_vpc_config", {
      vpc_id: '"vpc-0a1b2c3d"',
      security_group_ids: '["sg-0a1b2c3d"]',
      subnets: '["subnet-0a1b2c3d"]',
      [name]: written,
    }),
  );
const ranges = (written: string): string =>
  workforce(`  ip_address_type = "dualstack"\n${block("source_ip_config", { cidrs: written })}`);
const attribute = (name: string, written: string): string => workforce(`  ${name} = ${written}\n`);
const cognitoPool = (pool: string): string =>
  workforce("", {
    provider: block("cognito_config", { user_pool: quoted(pool), client_id: '"c"' }),
    region: quoted(pool.slice(0, pool.lastIndexOf("_"))),
  });

const right: readonly (readonly [string, string])[] = [
  ["a workforce's name of 63 characters", attribute("name", quoted("a".repeat(63)))],
  ["a workforce's name that ends with a hyphen", attribute("name", '"radiology-"')],
  ["a workforce's name of a digit", attribute("name", '"1"')],
  ["a team's name of 63 characters", inTeam("name", quoted("a".repeat(63)))],
  ["a team's name with hyphens within", inTeam("name", '"a--b-c"')],
  ["a description of 200 characters", inTeam("description", quoted("a".repeat(200)))],
  ["a description of 200 characters beyond the first plane", inTeam("description", quoted("🩻".repeat(200)))],
  [
    "ten groups",
    inTeam(
      "groups",
      list(10, (index) => `g${index}`),
    ),
  ],
  [
    "eleven groups of which two are the same",
    inTeam(
      "groups",
      list(11, (index) => `g${index % 10}`),
    ),
  ],
  [
    "a Cognito group of 128 characters",
    inTeam(
      "groups",
      list(1, () => "g".repeat(128)),
    ),
  ],
  ["a group of letters, marks, symbols and punctuation", inTeam("groups", '["Ärzte/Innen™+§"]')],
  ["an SNS topic", inTeam("notification_topic_arn", '"arn:aws:sns:eu-west-1:123456789012:labeling"')],
  [
    "an SNS topic of China",
    inTeam("notification_topic_arn", '"arn:aws-cn:sns:cn-north-1:123456789012:a.fifo"'),
  ],
  ["25 teams", workforce(Array.from({ length: 25 }, (_, index) => workteam(`t${index}`)).join(""))],
  ["ten ranges", ranges(list(10, (index) => `10.0.${index}.0/24`))],
  ["an IPv6 range", ranges('["2001:db8::/32"]')],
  ["an IPv6 address", ranges('["::1/128"]')],
  ["48 tags", attribute("tags", map(48))],
  [
    "a tag's key of 128 characters",
    attribute(
      "tags",
      map(1, () => "k".repeat(128)),
    ),
  ],
  [
    "a tag's key of all that is allowed",
    attribute(
      "tags",
      map(1, () => "é_.:/=+-@ 1"),
    ),
  ],
  ["a tag that is empty", attribute("tags", '{ site = "" }')],
  ["a tag of 256 characters", attribute("tags", `{ site = "${"v".repeat(256)}" }`)],
  ["tags whose keys differ in case", attribute("tags", '{ site = "a", Site = "b" }')],
  ["a tag whose key has our prefix without its colon", attribute("tags", '{ wfx = "", aws = "" }')],
  ["numbers and bools as tags", attribute("tags", "{ ward = 3, open = true }")],
  ["a client's id of 1024 characters", inOidc("client_id", quoted("a".repeat(1024)))],
  ["a secret of Entra's kind", inOidc("client_secret", 'sensitive("Ab1-._~cD8Q~xyz")')],
  ["a secret of spaces and signs", inOidc("client_secret", `sensitive(" !#%&'()*+,/:;<=>?@[]^_{|}~")`)],
  ["an endpoint of 500 characters", inOidc("issuer", quoted(`https://${"a".repeat(492)}`))],
  ["a scope of 1024 characters", inOidc("scope", quoted(`openid ${"a".repeat(1017)}`))],
  ["ten parameters", inOidc("authentication_request_extra_params", map(10))],
  ["no parameters", inOidc("authentication_request_extra_params", "{}")],
  [
    "a parameter of 512 characters",
    inOidc(
      "authentication_request_extra_params",
      map(1, () => "k".repeat(512)),
    ),
  ],
  [
    "five security groups",
    inVpc(
      "security_group_ids",
      list(5, (index) => `sg-0${index}`),
    ),
  ],
  [
    "sixteen subnets",
    inVpc(
      "subnets",
      list(16, (index) => `subnet-0${index}`),
    ),
  ],
  ["a VPC's id of 32 characters", inVpc("vpc_id", quoted(`vpc-${"0".repeat(28)}`))],
  ["a user pool of GovCloud", cognitoPool("us-gov-west-1_aB3")],
];

const wrong: readonly (readonly [string, string, code: string, text: string])[] = [
  [
    "a workforce's name of 64 characters",
    attribute("name", quoted("a".repeat(64))),
    "invalid-value",
    quoted("a".repeat(64)),
  ],
  ["a workforce's name that begins with a hyphen", attribute("name", '"-a"'), "invalid-value", '"-a"'],
  ["a workforce's name with an underscore", attribute("name", '"a_b"'), "invalid-value", '"a_b"'],
  [
    "a workforce's name with a newline after it",
    attribute("name", String.raw`"a\n"`),
    "invalid-value",
    String.raw`"a\n"`,
  ],
  [
    "a team's name of 64 characters",
    inTeam("name", quoted("a".repeat(64))),
    "invalid-value",
    quoted("a".repeat(64)),
  ],
  ["a team's name that ends with a hyphen", inTeam("name", '"a-"'), "invalid-value", '"a-"'],
  ["an empty description", inTeam("description", '""'), "invalid-value", '""'],
  [
    "a description of 201 characters",
    inTeam("description", quoted("a".repeat(201))),
    "invalid-value",
    quoted("a".repeat(201)),
  ],
  [
    "a description of two lines",
    inTeam("description", String.raw`"a\nb"`),
    "invalid-value",
    String.raw`"a\nb"`,
  ],
  ["no groups", inTeam("groups", "[]"), "wrong-count", "[]"],
  [
    "eleven groups",
    inTeam(
      "groups",
      list(11, (index) => `g${index}`),
    ),
    "wrong-count",
    list(11, (index) => `g${index}`),
  ],
  ["a group with a space", inTeam("groups", '["a", "b c"]'), "invalid-value", '"b c"'],
  [
    "a group of 129 characters",
    inTeam(
      "groups",
      list(1, () => "g".repeat(129)),
    ),
    "invalid-value",
    quoted("g".repeat(129)),
  ],
  [
    "an OIDC group of 64 characters",
    workforce(workteam("readers", { groups: list(1, () => "g".repeat(64)) }), { provider: oidc() }),
    "invalid-value",
    quoted("g".repeat(64)),
  ],
  [
    "an SQS queue as topic",
    inTeam("notification_topic_arn", '"arn:aws:sqs:eu-west-1:123456789012:q"'),
    "invalid-value",
    '"arn:aws:sqs:eu-west-1:123456789012:q"',
  ],
  [
    "a topic of an account of 11 digits",
    inTeam("notification_topic_arn", '"arn:aws:sns:eu-west-1:12345678901:t"'),
    "invalid-value",
    '"arn:aws:sns:eu-west-1:12345678901:t"',
  ],
  ["no ranges", ranges("[]"), "wrong-count", "[]"],
  [
    "eleven ranges",
    ranges(list(11, (index) => `10.0.${index}.0/24`)),
    "wrong-count",
    list(11, (index) => `10.0.${index}.0/24`),
  ],
  ...[
    "10.0.0.0",
    "10.0.0.0/33",
    "10.0.0.0/08",
    "10.0.0/8",
    "010.0.0.0/8",
    "256.0.0.0/8",
    "::ffff:1.2.3.4/96",
    "fe80::1%eth0/64",
    "2001:db8::/129",
    "2001:db8::",
    "1:2:3/64",
    " 10.0.0.0/8",
    "10.0.0.0/8 ",
    "::/032",
    "everyone",
    "",
  ].map((range) => [`the range ${range}`, ranges(`["${range}"]`), "invalid-value", quoted(range)] as const),
  ["49 tags", attribute("tags", map(49)), "wrong-count", map(49)],
  ["a tag without a key", attribute("tags", '{ "" = "v" }'), "invalid-value", '""'],
  [
    "a tag's key of 129 characters",
    attribute(
      "tags",
      map(1, () => "k".repeat(129)),
    ),
    "invalid-value",
    quoted("k".repeat(129)),
  ],
  [
    "a tag's key with a sign",
    attribute(
      "tags",
      map(1, () => "a#b"),
    ),
    "invalid-value",
    '"a#b"',
  ],
  [
    "a tag of 257 characters",
    attribute("tags", `{ site = "${"v".repeat(257)}" }`),
    "invalid-value",
    quoted("v".repeat(257)),
  ],
  [
    "a tag with a newline",
    attribute("tags", String.raw`{ site = "a\nb" }`),
    "invalid-value",
    String.raw`"a\nb"`,
  ],
  ["a tag of AWS's", attribute("tags", '{ "AWS:site" = "v" }'), "reserved-tag", '{ "AWS:site" = "v" }'],
  ["a tag of ours", inTeam("tags", '{ "wf:stack" = "v" }'), "reserved-tag", '{ "wf:stack" = "v" }'],
  ["a client's id that is not ASCII", inOidc("client_id", '"größe"'), "invalid-value", '"größe"'],
  [
    "a client's id of 1025 characters",
    inOidc("client_id", quoted("a".repeat(1025))),
    "invalid-value",
    quoted("a".repeat(1025)),
  ],
  ["an empty secret", inOidc("client_secret", 'sensitive("")'), "invalid-value", '""'],
  [
    "a secret of two lines",
    inOidc("client_secret", String.raw`sensitive("a\nb")`),
    "invalid-value",
    String.raw`"a\nb"`,
  ],
  [
    "an issuer over http",
    inOidc("issuer", '"http://idp.example.com"'),
    "invalid-value",
    '"http://idp.example.com"',
  ],
  [
    "an endpoint with a space",
    inOidc("jwks_uri", '"https://idp.example.com/a b"'),
    "invalid-value",
    '"https://idp.example.com/a b"',
  ],
  [
    "an endpoint of 501 characters",
    inOidc("issuer", quoted(`https://${"a".repeat(493)}`)),
    "invalid-value",
    quoted(`https://${"a".repeat(493)}`),
  ],
  [
    "a scope with a newline",
    inOidc("scope", String.raw`"openid\nprofile"`),
    "invalid-value",
    String.raw`"openid\nprofile"`,
  ],
  ["a scope with two spaces", inOidc("scope", '"openid  profile"'), "invalid-value", '"openid  profile"'],
  [
    "a scope with a quote",
    inOidc("scope", String.raw`"openid \"a\""`),
    "invalid-value",
    String.raw`"openid \"a\""`,
  ],
  ["an empty scope", inOidc("scope", '""'), "invalid-value", '""'],
  ["eleven parameters", inOidc("authentication_request_extra_params", map(11)), "wrong-count", map(11)],
  [
    "a parameter of 513 characters",
    inOidc("authentication_request_extra_params", `{ a = "${"v".repeat(513)}" }`),
    "invalid-value",
    quoted("v".repeat(513)),
  ],
  [
    "six security groups",
    inVpc(
      "security_group_ids",
      list(6, (index) => `sg-0${index}`),
    ),
    "wrong-count",
    list(6, (index) => `sg-0${index}`),
  ],
  [
    "seventeen subnets",
    inVpc(
      "subnets",
      list(17, (index) => `subnet-0${index}`),
    ),
    "wrong-count",
    list(17, (index) => `subnet-0${index}`),
  ],
  ["a subnet as VPC", inVpc("vpc_id", '"subnet-0a"'), "invalid-value", '"subnet-0a"'],
  ["a VPC in capitals", inVpc("vpc_id", '"vpc-0A"'), "invalid-value", '"vpc-0A"'],
  [
    "a VPC's id of 33 characters",
    inVpc("vpc_id", quoted(`vpc-${"0".repeat(29)}`)),
    "invalid-value",
    quoted(`vpc-${"0".repeat(29)}`),
  ],
  ["a subnet without its prefix", inVpc("subnets", '["subnet-0a", "0b"]'), "invalid-value", '"0b"'],
  ["a user pool without a region", cognitoPool("eu-west-1_"), "invalid-value", '"eu-west-1_"'],
  ["an address type of neither kind", attribute("ip_address_type", '"ipv6"'), "invalid-value", '"ipv6"'],
  ["an address type in capitals", attribute("ip_address_type", '"IPv4"'), "invalid-value", '"IPv4"'],
  [
    "access of neither kind",
    workforce(workteam("readers").replace("  }\n", '    worker_access { source_ip = "enabled" }\n  }\n')),
    "invalid-value",
    '"enabled"',
  ],
  ["management of neither kind", attribute("manage", '"workteams"'), "invalid-value", '"workteams"'],
  ["a region in capitals", workforce("", { region: '"EU-west-1"' }), "invalid-value", '"EU-west-1"'],
  ...["0s", "", "30", "1h 30m", "-1h", "25h", "99999999999999999999h"].map(
    (time) =>
      [
        `a timeout of ${time}`,
        workforce(`  timeouts { create = "${time}" }\n`),
        "invalid-value",
        quoted(time),
      ] as const,
  ),
  [
    "a label that is no name of a workforce",
    workforce("").replace('"radiology"', '"radio_logy"'),
    "invalid-label",
    '"radio_logy"',
  ],
  [
    "a label that is no name of a team",
    workforce(workteam("night readers")),
    "invalid-label",
    '"night readers"',
  ],
];

describe("AWS takes, and so do we,", () => {
  test.each(right)("%s", async (_, text) => {
    expect(await said(text, secret)).toEqual([]);
  });
});

describe("AWS refuses, and so do we offline,", () => {
  test.each(wrong)("%s", async (_, text, code, place) => {
    expect(await said(text, secret)).toEqual([[code, place]]);
  });
});

test("a label may be any where the name is set beside it", async () => {
  const named = workforce('  name = "radiology"\n').replace('"radiology" {', '"radio logy" {');
  expect(await said(named)).toEqual([]);
});

test("a null stands for the default, and is refused where there is none", async () => {
  expect(await said(workforce("  name = null\n  ip_address_type = null\n  tags = null\n"))).toEqual([]);
  expect(await said(workforce("", { region: "null" }))).toEqual([["null-value", "null"]]);
});

test("each mistake of a configuration is told, and those of equal instances once", async () => {
  const { diagnostics } = await configured(
    workforce(
      `  for_each = toset(["eu-west-1", "eu-north-1", "us-east-1"])\n  regoin = 1\n${workteam("readers", {
        for_each: '{ ct = "x y", mr = "x y" }',
        groups: "[each.value]",
        name: "each.key",
      })}`,
      { region: "each.key", provider: "" },
    ),
  );
  expect(diagnostics.map(({ code }) => code)).toEqual([
    "no-identity-provider",
    "unknown-attribute",
    "invalid-value",
  ]);
});

test("a block of which none is made has its mistakes all the same", async () => {
  const text = workforce(
    workteam("readers", { for_each: "{}", description: "each.value", groups: '["a b"]' }),
  );
  expect(await said(text)).toEqual([["invalid-value", '"a b"']]);
});
