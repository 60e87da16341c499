import { describe, expect, test } from "vitest";
import { sagemakerRegion } from "@wf/engine/sagemaker";
import { startCognito } from "./support/cognito-server.ts";
import { startEc2 } from "./support/ec2-server.ts";
import { discoveryDocument, startHttps, startIdentityProvider } from "./support/identity-provider.ts";
import type { Run } from "./support/run-wf.ts";
import { wildlife } from "./support/wildlife.ts";
import { workspace, type Workspace } from "./support/workspace.ts";

const region = "eu-west-1";
const approved = ["apply", "--auto-approve", "--allow-delete", "--allow-private-idp"];

const oidc = (issuer: string, given: Readonly<Record<string, string>> = {}): string => {
  const attributes = {
    client_id: "sagemaker",
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    user_info_endpoint: `${issuer}/me`,
    logout_endpoint: `${issuer}/session/end`,
    jwks_uri: `${issuer}/jwks`,
    scope: "openid groups",
    ...given,
  };
  const lines = Object.entries(attributes).map(([name, value]) => `${name} = "${value}"\n`);
  return `oidc_config {\nclient_secret = env("SECRET")\n${lines.join("")}}\n`;
};

const cognito = 'cognito_config {\n user_pool = "eu-west-1_Savanna"\n client_id = "rangers"\n}\n';
const vpc =
  'workforce_vpc_config {\n vpc_id = "vpc-1"\n subnets = ["subnet-1", "subnet-2"]\n security_group_ids = ["sg-1"]\n}\n';

const pools = {
  "eu-west-1_Savanna": { domain: "savanna", clients: { rangers: { secret: "Never-Shown-1" } } },
};
const networks = {
  vpcs: { "vpc-1": { ipv6: true }, "vpc-2": { ipv6: false } },
  subnets: { "subnet-1": "vpc-1", "subnet-2": "vpc-1" },
  groups: { "sg-1": "vpc-1" },
};

/** A workspace whose region holds a workforce of another name, so that each of our plans deletes it first. */
async function occupied(configuration: string): Promise<Workspace> {
  const made = await workspace({ "main.wf.hcl": configuration });
  await sagemakerRegion({
    region,
    endpoint: made.emulator.url,
    credentials: { accessKeyId: "123456789012", secretAccessKey: "test" },
  }).send({
    operation: "CreateWorkforce",
    input: { WorkforceName: "before", CognitoConfig: { UserPool: "eu-west-1_Before", ClientId: "before" } },
  });
  return made;
}

/** What a run came to: what it said in one line, and whether it deleted anything. */
function outcome({ code, stdout, stderr }: Run, { emulator }: Workspace): object {
  const deleted = emulator.calls().some(({ operation }) => operation.startsWith("Delete"));
  return { code, stderr, deleted, said: stdout.replaceAll(/\s+/g, " ") };
}

/** Refused because of this check, and the region as it was. */
function refused(check: string, message: string): object {
  const said = new RegExp(`check ${check} failed\\. .*${message}.*--skip-preflight ${check}\\.`);
  return { code: 1, stderr: "", deleted: false, said: expect.stringMatching(said) };
}

test("a replacement goes through a real identity provider, a pool's and a network's checks", async () => {
  const idp = await startIdentityProvider();
  const ec2 = await startEc2(networks);
  const made = await occupied(wildlife(`${oidc(idp.issuer)}${vpc} ip_address_type = "dualstack"`));
  const environment = { ...idp.environment, SECRET: "s3cr3t-s3cr3t", AWS_ENDPOINT_URL_EC2: ec2.url };
  const applied = await made.wf(approved, { environment });
  expect(applied.stdout).not.toContain("Preflight");
  expect(applied).toMatchObject({ code: 0, stderr: "" });
  expect([...idp.asked].sort()).toEqual(["/.well-known/openid-configuration", "/jwks"]);
  expect(ec2.asked.toSorted()).toEqual(["DescribeSecurityGroups", "DescribeSubnets", "DescribeVpcs"]);

  const again = await made.wf(["plan", "--allow-private-idp", "--detailed-exitcode"], { environment });
  expect(again).toMatchObject({ code: 0, stderr: "" });
  expect(idp.asked).toHaveLength(2);
  expect(ec2.asked).toHaveLength(3);
});

test("a staged OIDC update is checked, and only what it sends", async () => {
  const idp = await startIdentityProvider();
  const made = await workspace({ "main.wf.hcl": wildlife(oidc(idp.issuer)) });
  const environment = { ...idp.environment, SECRET: "s3cr3t-s3cr3t" };
  expect(await made.wf(approved, { environment })).toMatchObject({ code: 0 });
  await made.write("main.wf.hcl", wildlife(oidc(idp.issuer, { token_endpoint: `${idp.issuer}/tokens` })));
  const run = await made.wf(["plan", "--allow-private-idp"], { environment });
  expect(outcome(run, made)).toEqual(refused("oidc-discovery", "token_endpoint is"));
});

test("a Cognito pool is checked, and its client's secret shows nowhere", async () => {
  const asked = await startCognito({ pools });
  const made = await occupied(wildlife(cognito));
  const environment = { AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: asked.url };
  const run = await made.wf(["plan", "--strict-preflight"], { environment });
  expect(run).toMatchObject({ code: 0, stderr: "" });
  expect(run.stdout).not.toContain("Preflight");
  expect(run.stdout).not.toContain("Never-Shown");
  expect(asked.asked.toSorted()).toEqual(["DescribeUserPool", "DescribeUserPoolClient"]);
});

describe("a check of the identity provider that fails refuses the plan:", () => {
  test.each([
    ["another issuer", "oidc-discovery", "is of another issuer", { issuer: "https://idp.example.org" }, {}],
    ["a slash too many", "oidc-discovery", "calls itself", {}, { issuer: "/" }],
    [
      "another endpoint",
      "oidc-discovery",
      "token_endpoint is",
      { token_endpoint: "https://a.example/t" },
      {},
    ],
    ["no keys", "oidc-jwks", "holds no key", {}, {}],
    [
      "a scope that is not offered",
      "oidc-groups",
      "asks for team-groups",
      {},
      { scope: "openid team-groups" },
    ],
  ] as const)("%s", async (_, check, message, document, given: Readonly<Record<string, string>>) => {
    const idp = await startHttps((issuer) => (request, response) => {
      const body = request.url === "/jwks" ? '{"keys":[]}' : discoveryDocument(issuer, document);
      response.writeHead(200, { "content-type": "application/json" }).end(body);
    });
    const written = given["issuer"] === undefined ? given : { issuer: `${idp.issuer}${given["issuer"]}` };
    const made = await occupied(wildlife(oidc(idp.issuer, written)));
    const environment = { ...idp.environment, SECRET: "s3cr3t-s3cr3t" };
    expect(outcome(await made.wf(["plan", "--allow-private-idp"], { environment }), made)).toEqual(
      refused(check, message),
    );
  });
});

describe("a check of Cognito that fails refuses the plan:", () => {
  const client = { rangers: { secret: "Never-Shown-1" } };
  test.each([
    ["no pool", {}, "cognito-pool", "There is no user pool"],
    ["no domain", { "eu-west-1_Savanna": { clients: client } }, "cognito-domain", "has no domain"],
    [
      "no client",
      { "eu-west-1_Savanna": { domain: "d", clients: {} } },
      "cognito-client",
      "has no app client",
    ],
    [
      "no secret",
      { "eu-west-1_Savanna": { domain: "d", clients: { rangers: {} } } },
      "cognito-client",
      "has no secret",
    ],
  ])("%s", async (_, found, check, message) => {
    const { url } = await startCognito({ pools: found });
    const made = await occupied(wildlife(cognito));
    const environment = { AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: url };
    expect(outcome(await made.wf(["plan"], { environment }), made)).toEqual(refused(check, message));
  });
});

describe("a check of the network that fails refuses the plan:", () => {
  test.each([
    ["no VPC", { ...networks, vpcs: {} }, "vpc", "There is no VPC"],
    ["no IPv6", { ...networks, vpcs: { "vpc-1": { ipv6: false } } }, "vpc", "has no IPv6 range"],
    [
      "a subnet less",
      { ...networks, subnets: { "subnet-1": "vpc-1" } },
      "vpc-subnets",
      '"subnet-2" do not exist',
    ],
    [
      "another VPC's group",
      { ...networks, groups: { "sg-1": "vpc-2" } },
      "vpc-security-groups",
      "belong to another VPC",
    ],
  ])("%s", async (_, found, check, message) => {
    const { url } = await startEc2(found);
    const made = await occupied(wildlife(`${cognito}${vpc} ip_address_type = "dualstack"`));
    expect(outcome(await made.wf(["plan"], { environment: { AWS_ENDPOINT_URL_EC2: url } }), made)).toEqual(
      refused(check, message),
    );
  });
});

test("what cannot be asked is a warning that says what it would have checked, and an error if that is asked for", async () => {
  const { url } = await startEc2({ ...networks, error: "UnauthorizedOperation" });
  const { url: cognitoUrl } = await startCognito({ pools, error: "AccessDeniedException" });
  const made = await occupied(wildlife(`${cognito}${vpc}`));
  const environment = { AWS_ENDPOINT_URL_EC2: url, AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: cognitoUrl };
  const run = await made.wf(["plan"], { environment });
  expect(run).toMatchObject({ code: 0, stderr: "" });
  const warnings = run.stdout.split("\n").filter((line) => line.includes("could not be made"));
  expect(warnings.map((line) => /check (\S+)/.exec(line)?.[1])).toEqual([
    "cognito-pool",
    "cognito-client",
    "cognito-domain",
    "vpc",
    "vpc-subnets",
    "vpc-security-groups",
  ]);
  expect(run.stdout.replaceAll(/\s+/g, " ")).toContain(
    "The credentials do not allow DescribeVpcs in eu-west-1: No: DescribeVpcs. It would have checked that the VPC exists",
  );

  const strict = await made.wf(["plan", "--strict-preflight"], { environment });
  expect(outcome(strict, made)).toEqual(refused("vpc-subnets", "--strict-preflight asks for every check"));
});

test("an identity provider that does not answer, or must not be asked, is a warning", async () => {
  const made = await occupied(wildlife(oidc("https://127.0.0.1:9")));
  const environment = { SECRET: "s3cr3t-s3cr3t" };
  const unreachable = await made.wf(["plan", "--allow-private-idp"], { environment });
  expect(unreachable).toMatchObject({ code: 0, stderr: "" });
  expect(unreachable.stdout.replaceAll(/\s+/g, " ")).toContain(
    'Preflight check oidc-jwks could not be made. The key set at "https://127.0.0.1:9/jwks": it cannot be reached from here (ECONNREFUSED).',
  );
});

test("checks are left out by name, and a name that is none is refused with what was meant", async () => {
  const { url } = await startEc2({ ...networks, vpcs: {} });
  const made = await occupied(wildlife(`${cognito}${vpc}`));
  const environment = { AWS_ENDPOINT_URL_EC2: url };
  const saved = ["plan", "--skip-preflight", "vpc", "--out", "plan.json"];
  expect(await made.wf(saved, { environment })).toMatchObject({ code: 0 });
  expect(await made.wf(["apply", "plan.json"], { environment })).toMatchObject({ code: 0 });
  const mistyped = await made.wf(["plan", "--skip-preflight", "vpc-subnet"], { environment });
  expect(mistyped.code).toBe(1);
  expect(mistyped.stderr).toContain('There is no preflight check "vpc-subnet".');
  expect(mistyped.stderr).toContain('Did you mean "vpc-subnets"?');
});

test("around a region on this machine nothing is asked, which is said once, where something is at stake", async () => {
  const environment = { SECRET: "s3cr3t-s3cr3t" };
  const configuration = wildlife(`${oidc("https://idp.invalid")}${vpc}`);
  const made = await occupied(configuration);
  const replaced = await made.wf(["plan"], { environment });
  expect(replaced).toMatchObject({ code: 0, stderr: "" });
  expect(replaced.stdout.match(/Preflight/g)).toHaveLength(1);
  expect(replaced.stdout).toContain("Note: Preflight checks were not made");
  const empty = await workspace({ "main.wf.hcl": configuration });
  const created = await empty.wf(["plan", "--local"], { environment });
  expect(created).toMatchObject({ code: 0, stderr: "" });
  expect(created.stdout).not.toContain("Preflight");
});

const discovering = (issuer: string, more = ""): string =>
  wildlife(
    `oidc_config {\nclient_id = "sagemaker"\nclient_secret = env("SECRET")\nissuer = "${issuer}"\ndiscover = true\n${more}}\n`,
  );

describe("discover = true", () => {
  const secret = { SECRET: "s3cr3t-s3cr3t" };

  test("fills what is not written, reads once, and then there is nothing left to do", async () => {
    const idp = await startIdentityProvider();
    const environment = { ...idp.environment, ...secret };
    const bye = "https://bye.example/";
    const made = await workspace({ "main.wf.hcl": discovering(idp.issuer, `logout_endpoint = "${bye}"\n`) });
    expect(await made.wf(["validate"], { environment: secret })).toMatchObject({ code: 0 });
    expect(idp.asked).toEqual([]);
    expect(await made.wf(approved, { environment })).toMatchObject({ code: 0, stderr: "" });
    expect(idp.asked.filter((path) => path.endsWith("openid-configuration"))).toHaveLength(1);
    expect(made.emulator.state().regions[`123456789012/${region}`]?.workforce).toMatchObject({
      identityProvider: {
        tokenEndpoint: `${idp.issuer}/token`,
        logoutEndpoint: bye,
        jwksUri: `${idp.issuer}/jwks`,
      },
    });
    const plan = await made.wf(["plan", "--allow-private-idp", "--detailed-exitcode"], { environment });
    expect(plan).toMatchObject({ code: 0, stderr: "" });
  });

  test("names what the document lacks, and what AWS would not take", async () => {
    const idp = await startHttps((issuer) => (_, response) => {
      const lacking = { end_session_endpoint: undefined, token_endpoint: "http://plain.example" };
      response.writeHead(200, { "content-type": "application/json" }).end(discoveryDocument(issuer, lacking));
    });
    const made = await workspace({ "main.wf.hcl": discovering(idp.issuer) });
    const run = await made.wf(["plan", "--allow-private-idp"], {
      environment: { ...idp.environment, ...secret },
    });
    expect(run).toMatchObject({ code: 1, stdout: "" });
    expect(run.stderr).toContain("workforce.wildlife: the discovery document of");
    expect(run.stderr).toContain("nothing that AWS takes as token_endpoint, end_session_endpoint.");
  });

  test("does not ask a private address unless told to", async () => {
    const made = await workspace({ "main.wf.hcl": discovering("https://169.254.169.254") });
    const run = await made.wf(["plan"], { environment: secret });
    expect(run).toMatchObject({ code: 1, stdout: "" });
    expect(run.stderr).toContain("--allow-private-idp");
  });
});
