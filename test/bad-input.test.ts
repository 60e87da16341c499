import type { FaultSeed } from "@wf/engine/emulator";
import { describe, expect, test } from "vitest";
import { cognito, spotters, stack } from "./support/wildlife.ts";
import { workspace } from "./support/workspace.ts";

const provider = cognito();
const oidc =
  'oidc_config {\n    client_id = "c"\n    client_secret = env("SECRET")\n' +
  ["issuer", "authorization_endpoint", "token_endpoint", "user_info_endpoint", "logout_endpoint", "jwks_uri"]
    .map((name) => `    ${name} = "https://idp.example.com/${name}"\n`)
    .join("") +
  "  }";
const team = spotters();
const workforce = (body: string, label = "wildlife", region = "eu-west-1") =>
  `workforce "${label}" {\n  region = "${region}"\n  ${body}\n}\n`;
const good = `${stack}${workforce(`${provider}\n  ${team}`)}`;

describe("a mistake in the configuration", () => {
  test.each([
    ["an unknown block", `${stack}workfroce "wildlife" {\n}\n`, "unknown-block", 'Did you mean "workforce"?'],
    [
      "an unknown attribute",
      `${stack}${workforce(provider.replace("client_id", "client_idd"))}`,
      "unknown-attribute",
      'Did you mean "client_id"?',
    ],
    ["a wrong type", `${stack}${workforce(`${provider}\n  tags = ["a"]`)}`, "wrong-type", "map of string"],
    [
      "no identity provider",
      `${stack}${workforce(team)}`,
      "no-identity-provider",
      "exactly one of oidc_config",
    ],
    [
      "two identity providers",
      `${stack}${workforce(`${provider}\n  ${oidc}`)}`,
      "two-identity-providers",
      "exactly one",
    ],
    [
      "eleven ranges",
      `${stack}${workforce(`${provider}\n  source_ip_config {\n    cidrs = [for n in range(11) : "10.0.\${n}.0/24"]\n  }`)}`,
      "wrong-count",
      "1 to 10 are allowed",
    ],
    [
      "two workforces in one region",
      `${stack}${workforce(provider)}${workforce(provider, "birds")}`,
      "two-workforces-in-region",
      "main.wf.hcl:12",
    ],
    [
      "a missing variable",
      `${stack}variable "pool" {}\n${workforce(provider.replace('"eu-west-1_Wild1ife"', "var.pool"))}`,
      "missing-variable",
      "--var 'pool=…'",
    ],
    [
      "an unreadable file",
      `${stack}${workforce(provider.replace('"4example5client6id"', 'file("nowhere.txt")'))}`,
      "nowhere.txt",
      "no such file",
    ],
    [
      "a file elsewhere",
      `${stack}${workforce(provider.replace('"4example5client6id"', 'file("/etc/passwd")'))}`,
      "/etc/passwd",
      "outside the configuration's directory",
    ],
    ["a syntax error", `${stack}workforce "wildlife" {\n  region = \n}\n`, "main.wf.hcl:5", "Error:"],
    ["no wf block", workforce(provider), "missing-block", "stack"],
    [
      "a newer version wanted",
      good.replace("stack", 'required_version = ">= 99"\n  stack'),
      "version-not-allowed",
      ">= 99",
    ],
  ])("%s is told with its place, and nothing is called", async (_, configuration, ...said) => {
    const space = await workspace({ "main.wf.hcl": configuration });
    // A variable without a value is no mistake to validate, which needs none.
    const offline = said[0] === "missing-variable" ? [] : [["validate"]];
    for (const command of [...offline, ["plan"], ["apply", "--auto-approve"]]) {
      const run = await space.wf(command, { environment: { SECRET: "s" } });
      expect(run.code).toBe(1);
      expect(run.stdout).not.toContain("Plan:");
      for (const text of said) expect(run.stderr).toContain(text);
      expect(run.stderr).not.toMatch(/^\s+at /m);
    }
    expect(space.emulator.calls()).toEqual([]);
  });

  test("all mistakes are told at once", async () => {
    const space = await workspace({
      "main.wf.hcl": `${stack}${workforce(`name = "-bad"\n  ip_address_type = "ipv5"\n  ${provider}\n  regoin = 1`)}`,
    });
    const { stderr } = await space.wf(["validate"]);
    for (const text of ["-bad", "ipv5", "regoin"]) expect(stderr).toContain(text);
    expect(stderr).toContain("not valid: 3 errors.");
  });

  test("no configuration at all is told with what to do", async () => {
    const space = await workspace();
    const run = await space.wf(["plan"]);
    expect(run).toMatchObject({ code: 1, stdout: "" });
    expect(run.stderr).toContain("wf init");
  });
});

function fault(kind: "access-denied" | "expired-token"): readonly FaultSeed[] {
  return [{ operation: "ListWorkforces", times: 9, fault: { kind } }];
}

describe("trouble with AWS", () => {
  test.each([
    ["access denied", { faults: fault("access-denied") }, "[access-denied]", "permission"],
    ["an expired token", { faults: fault("expired-token") }, "[expired-token]", "aws sso login"],
    [
      "no credentials",
      { environment: { AWS_ACCESS_KEY_ID: "", AWS_SECRET_ACCESS_KEY: "" } },
      "[no-credentials]",
      "AWS_PROFILE",
    ],
    [
      "an endpoint that is down",
      { environment: { AWS_ENDPOINT_URL_SAGEMAKER: "http://127.0.0.1:9" } },
      "[endpoint-unreachable]",
      "127.0.0.1:9",
    ],
    [
      "a profile that is not there",
      { environment: { AWS_PROFILE: "nobody", AWS_ACCESS_KEY_ID: "", AWS_SECRET_ACCESS_KEY: "" } },
      "[no-credentials]",
      "nobody",
    ],
  ])("%s is one clear message, and the region is untouched", async (_, trouble, ...said) => {
    const space = await workspace({ "main.wf.hcl": good });
    if ("faults" in trouble) space.emulator.setFaults(trouble.faults ?? []);
    const environment = "environment" in trouble ? trouble.environment : {};
    const run = await space.wf(["apply", "--auto-approve"], { environment });
    expect(run).toMatchObject({ code: 1, stdout: "" });
    for (const text of said) expect(run.stderr).toContain(text);
    expect(run.stderr).not.toMatch(/^\s+at /m);
    expect(run.stderr.match(/Error:/g)).toHaveLength(1);
    expect(space.emulator.calls().every((call) => call.operation.startsWith("List"))).toBe(true);
  });

  test("throttling is retried, and told when it does not end", async () => {
    const space = await workspace({ "main.wf.hcl": good });
    space.emulator.setFaults([{ operation: "ListWorkforces", times: 2, fault: { kind: "throttle" } }]);
    expect(await space.wf(["plan"])).toMatchObject({ code: 0 });
    space.emulator.setFaults([{ operation: "ListWorkforces", times: 99, fault: { kind: "throttle" } }]);
    const run = await space.wf(["plan"]);
    expect(run).toMatchObject({ code: 1, stdout: "" });
    expect(run.stderr).toContain("[throttled]");
  });

  test("a failure in one region does not stop another", async () => {
    const space = await workspace({
      "main.wf.hcl": `${stack}${workforce(provider)}${workforce(provider.replace("eu-west-1_", "us-east-1_"), "birds", "us-east-1")}`,
    });
    space.emulator.setFaults([
      {
        operation: "CreateWorkforce",
        region: "eu-west-1",
        fault: { kind: "validation", message: "The pool has no domain." },
      },
    ]);
    const run = await space.wf(["apply", "--auto-approve"]);
    expect(run.code).toBe(1);
    expect(run.stdout).toContain("The pool has no domain.");
    expect(space.emulator.state().regions["123456789012/us-east-1"]?.workforce?.name).toBe("birds");
  });
});

describe("trouble with the command line", () => {
  test.each([
    [["plann"], "plan"],
    [["import", "workforce.wildlife", "animals"], "wf pull"],
    [["--local", "state", "list"], "wf pull"],
    [["plan", "--nosuch"], "--nosuch"],
    [["plan", "--var", "novalue"], "NAME=VALUE"],
    [["plan", "--parallelism", "0"], "1 to 1000"],
    [["plan", "--json", "--format", "markdown"], "cannot be used with option '--format <format>'"],
    [["validate", "--json", "--format", "sarif"], "cannot be used with option '--format <format>'"],
    [["plan", "--target", "workforce.nobody"], "workforce.wildlife"],
    [["-C", "nowhere", "plan"], "nowhere"],
    [["show", "nowhere.json"], "nowhere.json"],
    [["plan", "--out", "no/such/dir/plan.json"], "no/such/dir"],
    [["apply"], "--auto-approve"],
    [["fmt", "nowhere"], "nowhere"],
  ])("wf %j says what is wrong", async (args, said) => {
    const space = await workspace({ "main.wf.hcl": good });
    const run = await space.wf(args);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain(said);
    expect(run.stderr).not.toMatch(/^\s+at /m);
    expect(space.emulator.state().regions["123456789012/eu-west-1"]?.workforce).toBeUndefined();
  });
});

describe("a text that a terminal would obey", () => {
  const turned = "\u009B31m\u202Efoo";
  const text = `${stack}locals {\n  text = "${turned}"\n}\noutput "text" {\n  value = { "${turned}" = local.text }\n}\n`;

  test.each([
    ["validate --json", `workforce "${turned}" {\n  region = "eu-west-1"\n}\n`],
    ["validate --format sarif", `workforce "${turned}" {\n  region = "eu-west-1"\n}\n`],
    ["output --json", ""],
    ["output text --json", ""],
    ["console --json", ""],
  ])("is escaped in the JSON of wf %s, and is the same when it is read", async (command, more) => {
    const { wf } = await workspace({ "main.wf.hcl": `${text}${more}` });
    const { stdout } = await wf(command.split(" "), { input: "local.text" });
    expect(stdout).toContain(String.raw`\u009b31m\u202efoo`);
    expect(stdout).not.toMatch(/[\u0080-\u009F\u202E]/);
    expect(JSON.stringify(JSON.parse(stdout))).toContain(turned);
  });
});
