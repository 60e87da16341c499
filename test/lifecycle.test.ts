import { cp } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { type StartedRun, startWf } from "./support/run-wf.ts";
import { cognito, spotters, wildlife } from "./support/wildlife.ts";
import { exampleWorkspace, temporaryDirectory, workspace, type Workspace } from "./support/workspace.ts";

const environment = { WF_VAR_client_secret: "a-secret-of-the-tests" };
const approved = ["apply", "--auto-approve", "--allow-delete"];

/** The mutating calls that the region got, in order. */
function changes(emulator: Workspace["emulator"], from = 0): readonly string[] {
  return emulator
    .calls()
    .slice(from)
    .map((call) => call.operation)
    .filter((operation) => !/^(List|Describe)/.test(operation));
}

const animals = (settings: string, teams = spotters()): string =>
  wildlife(/_config/.test(settings) && /cognito|oidc/.test(settings) ? "" : cognito(), settings, teams);

const oidc = `oidc_config {
  client_id = "sagemaker"
  client_secret = "written-out"
  issuer = "https://idp.example.com"
  authorization_endpoint = "https://idp.example.com/authorize"
  token_endpoint = "https://idp.example.com/token"
  user_info_endpoint = "https://idp.example.com/userinfo"
  logout_endpoint = "https://idp.example.com/logout"
  jwks_uri = "https://idp.example.com/jwks"
}`;

test("a workforce is created, left alone, renamed with its teams, and destroyed", async () => {
  const { wf, emulator } = await exampleWorkspace("oidc");
  expect(await wf(["plan", "-detailed-exitcode"], { environment })).toMatchObject({ code: 2 });
  expect(await wf(approved, { environment })).toMatchObject({ code: 0 });
  expect(changes(emulator)).toEqual(["CreateWorkforce", "CreateWorkteam", "CreateWorkteam"]);

  const created = emulator.calls().length;
  expect((await wf(approved, { environment })).stdout).toContain("No changes.");
  expect(changes(emulator, created)).toEqual([]);

  expect(await wf([...approved, "--var", "name=radiology-2"], { environment })).toMatchObject({ code: 0 });
  expect(changes(emulator, created)).toEqual([
    "DeleteWorkteam",
    "DeleteWorkteam",
    "DeleteWorkforce",
    "CreateWorkforce",
    "CreateWorkteam",
    "CreateWorkteam",
  ]);

  expect(await wf(["destroy", "--auto-approve", "--allow-delete"], { environment })).toMatchObject({
    code: 0,
  });
  const { workforce, workteams } = emulator.state().regions["123456789012/us-east-1"] ?? {};
  expect(workforce).toBeUndefined();
  expect(Object.keys(workteams ?? {})).toEqual([]);
});

describe("from one configuration to another", () => {
  const base = animals('source_ip_config {\n cidrs = ["198.51.100.0/24"]\n }\n tags = { project = "traps" }');
  test.each([
    [
      "other source ranges",
      animals('source_ip_config {\n cidrs = ["203.0.113.0/24"]\n }\n tags = { project = "traps" }'),
      ["UpdateWorkforce"],
    ],
    ["no source ranges", animals('tags = { project = "traps" }'), ["UpdateWorkforce"]],
    [
      "dualstack with an IPv6 range",
      animals(
        'ip_address_type = "dualstack"\n source_ip_config {\n cidrs = ["2001:db8::/32", "198.51.100.0/24"]\n }\n tags = { project = "traps" }',
      ),
      ["UpdateWorkforce"],
    ],
    [
      "another tag",
      animals('source_ip_config {\n cidrs = ["198.51.100.0/24"]\n }\n tags = { owner = "biology" }'),
      ["DeleteTags", "AddTags"],
    ],
    [
      "a team more",
      animals(
        'source_ip_config {\n cidrs = ["198.51.100.0/24"]\n }\n tags = { project = "traps" }',
        'workteam "spotters" {\n description = "Spots"\n groups = ["spotters"]\n }\n workteam "biologists" {\n description = "Knows"\n groups = ["biologists"]\n }',
      ),
      ["CreateWorkteam"],
    ],
    [
      "a team changed",
      animals(
        'source_ip_config {\n cidrs = ["198.51.100.0/24"]\n }\n tags = { project = "traps" }',
        'workteam "spotters" {\n description = "Spots lynxes"\n groups = ["spotters", "trackers"]\n }',
      ),
      ["UpdateWorkteam"],
    ],
    [
      "no team",
      animals('source_ip_config {\n cidrs = ["198.51.100.0/24"]\n }\n tags = { project = "traps" }', ""),
      ["DeleteWorkteam"],
    ],
    [
      "another app client",
      animals('cognito_config {\n user_pool = "eu-west-1_Wild1ife"\n client_id = "another"\n }'),
      ["DeleteWorkteam", "DeleteWorkforce", "CreateWorkforce", "CreateWorkteam"],
    ],
    [
      "another kind of identity provider",
      animals(oidc),
      ["DeleteWorkteam", "DeleteWorkforce", "CreateWorkforce", "CreateWorkteam"],
    ],
    ["another order and spelling of the same", base.replace("198.51.100.0/24", "198.51.100.7/24"), []],
  ])("%s", async (_, after, expected) => {
    const { wf, write, emulator } = await workspace({ "main.wf.hcl": base });
    expect(await wf(approved)).toMatchObject({ code: 0, stderr: "" });
    const before = emulator.calls().length;
    await write("main.wf.hcl", after);
    expect(await wf(approved)).toMatchObject({ code: 0 });
    expect(changes(emulator, before)).toEqual(expected);
    expect(await wf(["plan", "--detailed-exitcode"])).toMatchObject({ code: 0 });
  });
});

test("an OIDC change takes the teams out and brings them back under the same ARNs", async () => {
  const { wf, write, emulator } = await workspace({ "main.wf.hcl": animals(oidc) });
  expect(await wf(approved)).toMatchObject({ code: 0 });
  const before = emulator.calls().length;
  const creation = emulator.state().regions["123456789012/eu-west-1"]?.workforce?.creation;
  await write("main.wf.hcl", animals(oidc.replace("written-out", "rotated")));
  const plan = await wf(["plan"]);
  expect(plan.stdout).toContain("client_secret = (sensitive value)");
  expect(await wf(approved)).toMatchObject({ code: 0 });
  expect(changes(emulator, before)).toEqual([
    "AddTags",
    "DeleteWorkteam",
    "UpdateWorkforce",
    "AddTags",
    "CreateWorkteam",
  ]);
  expect(emulator.state().regions["123456789012/eu-west-1"]?.workforce?.creation).toBe(creation);
  expect(await wf(["plan", "--detailed-exitcode"])).toMatchObject({ code: 0 });
});

test("a workforce in a VPC is waited for, and its failure is told in AWS's words", async () => {
  const vpc = animals(
    'workforce_vpc_config {\n vpc_id = "vpc-1"\n subnets = ["subnet-1"]\n security_group_ids = ["sg-1"]\n }',
  );
  const { wf, emulator } = await workspace({ "main.wf.hcl": vpc });
  emulator.setFaults([
    {
      operation: "CreateWorkforce",
      fault: { kind: "fail-later", reason: "The subnet has no free address." },
    },
  ]);
  const failed = await wf(approved);
  expect(failed.code).toBe(1);
  expect(failed.stdout).toContain("Initializing");
  expect(failed.stdout).toContain("The subnet has no free address.");

  const again = await wf(["plan"]);
  expect(again.stdout).toContain("Failed: The subnet has no free address.");
  expect(await wf(approved)).toMatchObject({ code: 0 });
  expect(await wf(["plan", "--detailed-exitcode"])).toMatchObject({ code: 0 });
});

test("a lost answer is settled by reading the region, without a second creation", async () => {
  const { wf, emulator } = await exampleWorkspace("oidc");
  emulator.setFaults([
    { operation: "CreateWorkforce", fault: { kind: "drop-after" } },
    { operation: "CreateWorkteam", fault: { kind: "drop-before" } },
  ]);
  expect(await wf(approved, { environment })).toMatchObject({ code: 0 });
  expect(changes(emulator).filter((operation) => operation === "CreateWorkforce")).toHaveLength(1);
  expect(await wf(["plan", "--detailed-exitcode"], { environment })).toMatchObject({ code: 0 });
});

test("an interrupt finishes the call under way and stops; the next run goes on from there", async () => {
  const { emulator, directory, wf } = await exampleWorkspace("oidc");
  emulator.setFaults([{ operation: "CreateWorkforce", fault: { kind: "delay", milliseconds: 60_000 } }]);
  const child = startWf(["apply", "--auto-approve"], { directory, endpoint: emulator.url, environment });
  while (!changes(emulator).includes("CreateWorkforce")) await sleep(20);
  child.interrupt();
  await child.says("Stopping after the calls under way.");
  emulator.setFaults([]);
  const run = await child.ended;
  expect(run.code).toBe(1);
  expect(changes(emulator)).toEqual(["CreateWorkforce"]);

  expect(await wf(approved, { environment })).toMatchObject({ code: 0 });
  expect(changes(emulator)).toEqual(["CreateWorkforce", "CreateWorkteam", "CreateWorkteam"]);
});

test("a workforce that AWS is at work on is waited for before the plan", async () => {
  let ahead = 0;
  const vpc =
    'workforce_vpc_config {\n vpc_id = "vpc-1"\n subnets = ["subnet-1"]\n security_group_ids = ["sg-1"]\n }';
  const { wf, write, directory, emulator } = await workspace(
    { "main.wf.hcl": animals(vpc) },
    { vpcDelayMilliseconds: 60_000, now: () => Date.now() + ahead },
  );
  const called = async (operation: string): Promise<void> => {
    while (!changes(emulator).includes(operation)) await sleep(20);
  };
  const start = (from = directory, environment: Readonly<Record<string, string>> = {}): StartedRun =>
    startWf(approved, { directory: from, endpoint: emulator.url, environment });
  const creation = start();
  await called("CreateWorkforce");
  ahead += 60_000;
  expect(await creation.ended).toMatchObject({ code: 0 });

  await write("main.wf.hcl", animals(vpc.replace("subnet-1", "subnet-2")));
  const first = start();
  await called("UpdateWorkforce");
  expect((await wf(["plan"])).stdout).toContain("busy");
  // As on another machine: on this one the lock would refuse it.
  const elsewhere = await temporaryDirectory();
  await cp(path.join(directory, "main.wf.hcl"), path.join(elsewhere, "main.wf.hcl"));
  const second = start(elsewhere, { XDG_STATE_HOME: path.join(elsewhere, "state") });
  await second.says("eu-west-1: the workforce is Updating");
  const from = emulator.calls().length;
  while (emulator.calls().length < from + 6) await sleep(20);
  ahead += 60_000;
  expect(await first.ended).toMatchObject({ code: 0 });
  const ended = await second.ended;
  expect(ended).toMatchObject({ code: 0 });
  expect(ended.stderr.match(/eu-west-1: the workforce is Updating/g)).toHaveLength(1);
  expect(changes(emulator).filter((operation) => operation === "UpdateWorkforce")).toHaveLength(1);
});
