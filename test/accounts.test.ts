import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { startSts } from "./support/sts-server.ts";
import { cognito, stack } from "./support/wildlife.ts";
import { workspace } from "./support/workspace.ts";

const account = "123456789012";
const other = "210987654321";

const configuration = (settings: string) => `${stack}account "field" {
  ${settings}
}
workforce "wildlife" {
  account = account.field
  region  = "eu-west-1"
  ${cognito()}
}
`;
const allowing = (id: string): string => configuration(`allowed_account_ids = ["${id}"]`);
const role = `assume_role {
    role_arn     = "arn:aws:iam::${other}:role/wf"
    external_id  = "field-7"
    session_name = "rangers"
    duration     = "30m"
  }`;

test("credentials of an account that is allowed may plan", async () => {
  const environment = { AWS_ENDPOINT_URL_STS: (await startSts({ account })).url };
  const { wf } = await workspace({ "main.wf.hcl": allowing(account) });
  expect(await wf(["apply", "--auto-approve"], { environment })).toMatchObject({ code: 0, stderr: "" });
});

test("credentials of another account are refused before anything is read", async () => {
  const environment = { AWS_ENDPOINT_URL_STS: (await startSts({ account })).url };
  const { wf, emulator } = await workspace({ "main.wf.hcl": allowing("999999999999") });
  const run = await wf(["apply", "--auto-approve"], { environment });
  expect(run).toMatchObject({ code: 1, stdout: "" });
  expect(run.stderr).toContain(`belong to account ${account}`);
  expect(run.stderr).toContain("999999999999");
  expect(emulator.calls()).toEqual([]);
});

test("an account that cannot be asked is told like any other trouble with AWS", async () => {
  const environment = { AWS_ENDPOINT_URL_STS: "http://127.0.0.1:9" };
  const { wf, emulator } = await workspace({ "main.wf.hcl": allowing(account) });
  const run = await wf(["plan"], { environment });
  expect(run).toMatchObject({ code: 1, stdout: "" });
  expect(run.stderr).toMatch(/^Error: eu-west-1 of account\.field cannot be read \[endpoint-unreachable\]\n/);
  expect(run.stderr).not.toContain("SAGEMAKER");
  expect(emulator.calls()).toEqual([]);
});

describe("assume_role", () => {
  test("is taken on once, as the block says, and what follows is done as the role", async () => {
    const sts = await startSts({ account, roleAccount: other });
    const text = configuration(`allowed_account_ids = ["${other}"]\n  ${role}`);
    const { wf, emulator } = await workspace({ "main.wf.hcl": text });
    const environment = { AWS_ENDPOINT_URL_STS: sts.url };
    expect(await wf(["apply", "--auto-approve"], { environment })).toMatchObject({ code: 0, stderr: "" });
    expect(Object.keys(emulator.state().regions)).toContain(`${other}/eu-west-1`);
    expect((await wf(["runs"])).stdout).toContain("workforce.wildlife  eu-west-1 of account.field\n");
    expect(sts.asked.map(({ Action }) => Action)).toEqual(["AssumeRole", "GetCallerIdentity"]);
    expect(sts.asked[0]).toMatchObject({
      RoleArn: `arn:aws:iam::${other}:role/wf`,
      ExternalId: "field-7",
      RoleSessionName: "rangers",
      DurationSeconds: "1800",
    });
  });

  test.each([
    ["AccessDenied", "access-denied", "The credentials do not allow AssumeRole"],
    ["ExpiredToken", "expired-token", "aws sso login"],
    ["InvalidClientTokenId", "invalid-credentials", "AWS_PROFILE"],
  ])("that fails with %s says what to do", async (error, reason, help) => {
    const sts = await startSts({ account, error });
    const { wf, emulator } = await workspace({ "main.wf.hcl": configuration(role) });
    const run = await wf(["plan"], { environment: { AWS_ENDPOINT_URL_STS: sts.url } });
    expect(run).toMatchObject({ code: 1, stdout: "" });
    expect(run.stderr).toContain(`[${reason}]`);
    expect(run.stderr).toContain(help);
    expect(emulator.calls()).toEqual([]);
  });
});

const environmentIn = (directory: string): Readonly<Record<string, string>> => ({
  HOME: directory,
  AWS_CONFIG_FILE: path.join(directory, "config"),
  AWS_SHARED_CREDENTIALS_FILE: path.join(directory, "credentials"),
});

describe("a profile", () => {
  const files = {
    credentials: `[field]\naws_access_key_id = ${other}\naws_secret_access_key = s\n`,
    config:
      "[profile field]\nregion = eu-west-1\n[profile login]\nsso_session = s\nsso_account_id = 123456789012\nsso_role_name = wf\n[sso-session s]\nsso_region = eu-west-1\nsso_start_url = https://wildlife.awsapps.com/start\n",
  };
  test("and addresses of its own go before what the environment says", async () => {
    const sts = await startSts({ account: other });
    const { wf, write, emulator, directory } = await workspace(files);
    const addresses = `endpoints {\n    sagemaker = "${emulator.url}"\n    sts = "${sts.url}"\n  }`;
    const settings = `profile = "field"\n  allowed_account_ids = ["${other}"]\n  ${addresses}`;
    await write("main.wf.hcl", configuration(settings));
    const environment = {
      ...environmentIn(directory),
      AWS_ENDPOINT_URL_SAGEMAKER: "http://127.0.0.1:9",
      AWS_ENDPOINT_URL_STS: "http://127.0.0.1:9",
    };
    expect(await wf(["apply", "--auto-approve"], { environment })).toMatchObject({ code: 0, stderr: "" });
    expect(Object.keys(emulator.state().regions)).toEqual([`${other}/eu-west-1`]);
    expect(sts.asked.map(({ Action }) => Action)).toEqual(["GetCallerIdentity"]);
  });

  test.each([
    ["that is not there", "lost", 'The profile is "lost".'],
    ["that is not signed in", "login", "Run aws sso login --profile login."],
  ])("%s is named, with what to run", async (_, profile, help) => {
    const { wf, write, directory, emulator } = await workspace(files);
    await write("main.wf.hcl", configuration(`profile = "${profile}"`));
    const run = await wf(["plan"], { environment: environmentIn(directory) });
    expect(run).toMatchObject({ code: 1, stdout: "" });
    expect(run.stderr).toContain("[no-credentials]");
    expect(run.stderr).toContain(help);
    expect(emulator.calls()).toEqual([]);
  });
});

test("roles that are taken on from one profile look it up once", async () => {
  const sts = await startSts({ account, roleAccount: other });
  const { wf, write, directory, emulator } = await workspace({
    "lookup.sh": `echo asked >> "$1"
echo '{"Version": 1, "AccessKeyId": "${account}", "SecretAccessKey": "s"}'
`,
  });
  const log = path.join(directory, "lookups");
  const lookup = `sh "${path.join(directory, "lookup.sh")}" "${log}"`;
  await write("config", `[profile base]\ncredential_process = ${lookup}\n`);
  const regions = ["eu-west-1", "eu-west-2", "eu-west-3"];
  const blocks = regions.map(
    (region, index) => `account "a${index}" {
  profile = "base"
  assume_role {
    role_arn = "arn:aws:iam::${other}:role/wf-${index}"
  }
}
workforce "w${index}" {
  account = account.a${index}
  region  = "${region}"
  ${cognito(region)}
}
`,
  );
  await write("main.wf.hcl", `${stack}${blocks.join("")}`);
  const environment = { ...environmentIn(directory), AWS_ENDPOINT_URL_STS: sts.url };
  expect(await wf(["apply", "--auto-approve"], { environment })).toMatchObject({ code: 0, stderr: "" });
  expect(Object.keys(emulator.state().regions).sort()).toEqual(regions.map((region) => `${other}/${region}`));
  expect(await readFile(log, "utf8")).toBe("asked\n");
});

test("two profiles that are not there are each named, with their accounts", async () => {
  const blocks = ["birds", "mammals"].map(
    (name) => `account "${name}" {
  profile = "of-${name}"
}
workforce "${name}" {
  account = account.${name}
  region  = "eu-west-1"
  ${cognito()}
}
`,
  );
  const { wf, directory } = await workspace({ "main.wf.hcl": `${stack}${blocks.join("")}` });
  const run = await wf(["plan"], { environment: environmentIn(directory) });
  expect(run).toMatchObject({ code: 1, stdout: "" });
  const both = "eu-west-1 of account.birds, eu-west-1 of account.mammals cannot be read";
  expect(run.stderr).toContain(`Error: ${both} [no-credentials]\n`);
  expect(run.stderr).toMatch(/^eu-west-1 of account\.birds: .* The profile is "of-birds"\.$/m);
  expect(run.stderr).toMatch(/^eu-west-1 of account\.mammals: .* The profile is "of-mammals"\.$/m);
});

test.each([
  [2, 1],
  [3, 0],
])("of max_attempts = %i, two throttled ones leave exit code %i", async (attempts, code) => {
  const { wf, emulator } = await workspace({ "main.wf.hcl": configuration(`max_attempts = ${attempts}`) });
  emulator.setFaults([{ operation: "ListWorkforces", times: 2, fault: { kind: "throttle" } }]);
  expect(await wf(["plan"])).toMatchObject({ code });
});

describe("without max_attempts", () => {
  test.each([
    ["AWS's setting counts", { AWS_MAX_ATTEMPTS: "2" }, 2],
    ["six attempts are made", {}, 6],
  ])("%s", async (_, environment, attempts) => {
    const { wf, emulator } = await workspace({ "main.wf.hcl": configuration("") });
    emulator.setFaults([{ operation: "ListWorkforces", times: 10, fault: { kind: "throttle" } }]);
    expect(await wf(["plan"], { environment })).toMatchObject({ code: 1 });
    expect(emulator.calls().filter(({ operation }) => operation === "ListWorkforces")).toHaveLength(attempts);
  });
});

const both = (region: string): string => `${stack}account "field" {}
account "lab" {}
workforce "field" {
  account = account.field
  region  = "eu-west-1"
  ${cognito()}
}
workforce "lab" {
  account = account.lab
  region  = "${region}"
  ${cognito(region)}
}
`;

describe("two blocks that are one account", () => {
  test("are refused where they meet in a region that is empty yet", async () => {
    const sts = await startSts({ account });
    const environment = { AWS_ENDPOINT_URL_STS: sts.url };
    const { wf } = await workspace({ "main.wf.hcl": both("eu-west-1") });
    const run = await wf(["plan"], { environment });
    expect(run.code).toBe(1);
    expect(run.stdout.replaceAll(/\s+/g, " ")).toContain(
      `The accounts "field" and "lab" turn out to be one, ${account}, and meet in eu-west-1.`,
    );
    expect(sts.asked.map(({ Action }) => Action)).toEqual(["GetCallerIdentity", "GetCallerIdentity"]);
  });

  test("are nobody's business where they do not meet: STS is not asked", async () => {
    const sts = await startSts({ account });
    const environment = { AWS_ENDPOINT_URL_STS: sts.url };
    const { wf } = await workspace({ "main.wf.hcl": both("eu-central-1") });
    expect(await wf(["plan"], { environment })).toMatchObject({ code: 0 });
    expect(sts.asked).toEqual([]);
  });
});
