import { readdir, readFile, symlink } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { applyCommands } from "../packages/cli/src/program/apply-commands.ts";
import { configurationCommands } from "../packages/cli/src/program/configuration-commands.ts";
import { planCommands } from "../packages/cli/src/program/plan-commands.ts";
import { toolCommands } from "../packages/cli/src/program/tool-commands.ts";
import { runWf } from "./support/run-wf.ts";
import { workspace } from "./support/workspace.ts";

const untidy = 'wf {\n stack="wildlife" # the owner\n}\n';
const tidy = 'wf {\n  stack = "wildlife" # the owner\n}\n';

describe("wf init", () => {
  test.each(["oidc", "cognito"])("writes a valid, well laid out configuration for %s", async (provider) => {
    const { wf, directory } = await workspace();
    const init = await wf(["init", "--provider", provider, "--region", "eu-west-1", "--name", "wildlife"]);
    expect(init).toMatchObject({ code: 0, stderr: "" });
    expect(init.stdout).toContain("wf plan");
    expect(await readFile(path.join(directory, "main.wf.hcl"), "utf8")).toContain('region = "eu-west-1"');
    expect(await wf(["validate"])).toMatchObject({ code: 0, stderr: "" });
    expect(await wf(["fmt", "--check"])).toMatchObject({ code: 0, stdout: "" });
    expect(await wf(["plan"], { environment: { WF_VAR_client_secret: "s" } })).toMatchObject({ code: 0 });
    expect(await readFile(path.join(directory, ".gitignore"), "utf8")).toContain(".wf/\n");
  });

  test("asks nothing without a terminal, and leaves a .gitignore that is there alone", async () => {
    const { wf, directory } = await workspace({ ".gitignore": "node_modules\n" });
    const init = await wf(["init", "--group", "vets", "--group", "rangers", "--issuer", "https://a.example"]);
    expect(init).toMatchObject({ code: 0, stderr: "" });
    expect(init.stdout).toContain("let it hold .wf/");
    const main = await readFile(path.join(directory, "main.wf.hcl"), "utf8");
    expect(main).toContain('groups      = ["vets", "rangers"]');
    expect(main).toContain("discover      = true");
    expect(await readFile(path.join(directory, ".gitignore"), "utf8")).toBe("node_modules\n");
  });

  test("writes nothing where a flag cannot be", async () => {
    const { wf, directory } = await workspace();
    const init = await wf(["init", "--yes", "--region", "Europe"]);
    expect(init).toMatchObject({ code: 1, stdout: "" });
    expect(init.stderr).toContain("such as eu-west-1");
    expect(await readdir(directory)).toEqual([]);
  });

  test("warns of a region that it does not know", async () => {
    const { wf } = await workspace();
    const init = await wf(["init", "--yes", "--region", "eu-wset-1"]);
    expect(init).toMatchObject({ code: 0, stderr: "" });
    expect(init.stdout).toContain(
      "Warning: eu-wset-1: This version of wf does not know the region. Is eu-west-1 meant?",
    );
  });

  test("leaves a configuration that is there alone", async () => {
    const { wf } = await workspace({ "team.wf.hcl": tidy });
    const init = await wf(["init"]);
    expect(init).toMatchObject({ code: 1, stdout: "" });
    expect(init.stderr).toContain("team.wf.hcl");
  });

  test("says that it cannot read what is no directory", async () => {
    const { wf } = await workspace({ wildlife: "" });
    const init = await wf(["-C", "wildlife", "init", "--yes"]);
    expect(init).toMatchObject({ code: 1, stdout: "" });
    expect(init.stderr).toContain("wildlife cannot be read: It is not a directory.");
  });
});

describe("wf fmt", () => {
  test("lays files out, those of directories below where it is asked to, and names them", async () => {
    const { wf, directory } = await workspace({
      "main.wf.hcl": untidy,
      "birds/main.wf.hcl": untidy,
      "other.tf": untidy,
    });
    expect(await wf(["fmt", "-recursive", "--check"])).toMatchObject({
      code: 3,
      stdout: "birds/main.wf.hcl\nmain.wf.hcl\n",
    });
    expect(await readFile(path.join(directory, "main.wf.hcl"), "utf8")).toBe(untidy);
    expect(await wf(["fmt"])).toMatchObject({ code: 0, stdout: "main.wf.hcl\n" });
    expect(await readFile(path.join(directory, "birds/main.wf.hcl"), "utf8")).toBe(untidy);
    expect(await wf(["fmt", "--recursive"])).toMatchObject({ code: 0, stdout: "birds/main.wf.hcl\n" });
    expect(await readFile(path.join(directory, "birds/main.wf.hcl"), "utf8")).toBe(tidy);
    expect(await readFile(path.join(directory, "other.tf"), "utf8")).toBe(untidy);
    expect(await wf(["fmt", "-recursive", "-check"])).toMatchObject({ code: 0, stdout: "" });
  });

  test("lays out what wf validate reads: what links lead to, and nothing that begins with a dot", async () => {
    const { wf, directory } = await workspace({
      "shared/main.txt": untidy,
      "birds/.terraform/main.wf.hcl": untidy,
      "birds/.swap.wf.hcl": untidy,
    });
    await symlink("../shared/main.txt", path.join(directory, "birds/main.wf.hcl"));
    // Emacs locks a file so while it is edited.
    await symlink("me@here.1234", path.join(directory, "birds/.#main.wf.hcl"));
    await symlink("me@here.1234", path.join(directory, "birds/.#x.auto.wfvars.hcl"));
    expect(await wf(["validate", "-C", "birds"])).toMatchObject({ code: 0, stderr: "" });
    const planned = await wf(["plan", "--recursive"]);
    expect(planned.stdout).toMatch(/^ {2}birds {2}No changes/m);
    const formatted = await wf(["fmt", "--recursive"]);
    expect(formatted).toMatchObject({ code: 0, stdout: "birds/main.wf.hcl\n", stderr: "" });
    expect(await readFile(path.join(directory, "shared/main.txt"), "utf8")).toBe(tidy);
  });

  test("shows what changes", async () => {
    const { wf } = await workspace({ "main.wf.hcl": untidy });
    const { stdout } = await wf(["fmt", "--check", "--diff"]);
    expect(stdout).toContain('\n- stack="wildlife" # the owner\n+  stack = "wildlife" # the owner\n');
  });

  test("shows no change that a terminal would obey, and leaves tabs alone", async () => {
    const { wf } = await workspace({ "main.wf.hcl": 'wf {\n stack="w" #\t\u001B[2J\n}\n' });
    const { stdout } = await wf(["fmt", "--check", "--diff"]);
    expect(stdout).toContain('+  stack = "w" #\t\\u001b[2J\n');
  });

  test("reads standard input", async () => {
    expect(await runWf(["fmt", "-"], { input: untidy })).toMatchObject({ code: 0, stdout: tidy });
  });

  test("leaves a file with a mistake as it is", async () => {
    const { wf, directory } = await workspace({ "main.wf.hcl": "wf {\n stack=\n}\n" });
    expect(await wf(["fmt"])).toMatchObject({ code: 1, stdout: "" });
    expect(await readFile(path.join(directory, "main.wf.hcl"), "utf8")).toBe("wf {\n stack=\n}\n");
  });
});

describe("wf validate", () => {
  test("needs neither values nor AWS", async () => {
    const { wf, emulator } = await workspace({
      "main.wf.hcl": `${tidy}variable "region" {}\nworkforce "wildlife" {\n  region = var.region\n  cognito_config {\n    user_pool = "eu-west-1_W"\n    client_id = "c"\n  }\n}\n`,
    });
    expect(await wf(["validate"])).toMatchObject({
      code: 0,
      stdout: "The configuration is valid.\n",
      stderr: "",
    });
    expect(emulator.calls()).toEqual([]);
  });

  test("prints data in the shape of Terraform's", async () => {
    const { wf } = await workspace({ "main.wf.hcl": `${tidy}workfroce "x" {\n}\n` });
    const run = await wf(["validate", "--format", "json"]);
    expect(run).toMatchObject({ code: 1, stderr: "" });
    expect(JSON.parse(run.stdout)).toMatchObject({
      format_version: "1.0",
      valid: false,
      error_count: 1,
      diagnostics: [
        {
          severity: "error",
          code: "unknown-block",
          range: { filename: "main.wf.hcl", start: { line: 4, column: 1, byte: tidy.length } },
          snippet: { code: 'workfroce "x" {', start_line: 4 },
        },
      ],
    });
  });
});

describe("the command line", () => {
  const commands = [configurationCommands, planCommands, applyCommands, toolCommands].flatMap((each) =>
    Object.keys(each),
  );

  test("is told whole by wf --help", async () => {
    const { stdout } = await runWf(["--help"]);
    const [, listed = ""] = stdout.split("\nCommands:\n");
    const names = [...listed.matchAll(/^ {2}([a-z]+)/gm)].map(([, name]) => name);
    expect(names).toEqual([...commands, "help"]);
  });

  test.each(commands)("wf %s explains itself", async (command) => {
    const help = await runWf([command, "--help"]);
    expect(help).toMatchObject({ code: 0, stderr: "" });
    expect(help.stdout).toContain(`Usage: wf ${command}`);
  });

  test("the version is the package's", async () => {
    const manifest: unknown = JSON.parse(
      await readFile(new URL("../packages/cli/package.json", import.meta.url), "utf8"),
    );
    expect(manifest).toMatchObject({ version: (await runWf(["version"])).stdout.replace(/^wf /, "").trim() });
  });

  test("a plan as JSON is data, and no Ink comes near it", async () => {
    const { wf } = await workspace({ "main.wf.hcl": tidy });
    const { stdout } = await wf(["plan", "-format=json"]);
    expect(JSON.parse(stdout)).toMatchObject({ format_version: "1.0", stack: "wildlife", targets: [] });
    expect(stdout).not.toContain("\u001b");
  });

  test("apply --json is one event a line", async () => {
    const { wf } = await workspace({
      "main.wf.hcl": `${tidy}workforce "wildlife" {\n  region = "eu-west-1"\n  cognito_config {\n    user_pool = "eu-west-1_W"\n    client_id = "c"\n  }\n}\noutput "arn" {\n  value = workforce.wildlife.arn\n}\n`,
    });
    const { stdout, code } = await wf(["apply", "--json", "--auto-approve"]);
    expect(code).toBe(0);
    const types = stdout
      .trimEnd()
      .split("\n")
      .map((line): unknown => JSON.parse(line));
    expect(
      types.map((event) =>
        typeof event === "object" && event !== null && "type" in event ? event.type : "",
      ),
    ).toEqual([
      "version",
      "target-read",
      "plan",
      "apply-started",
      "target-started",
      "step-started",
      "step-finished",
      "step-started",
      "step-finished",
      "target-finished",
      "apply-finished",
      "outputs",
    ]);
    expect(types.at(-1)).toMatchObject({
      outputs: { arn: { value: "arn:aws:sagemaker:eu-west-1:123456789012:workforce/wildlife" } },
    });
  });
});

describe("a command", () => {
  test.each([
    [["-C", "plan", "validate"], "plan"],
    [["--chdir", "plan", "--no-color", "validate"], "plan"],
    [["-chdir=plan", "validate"], "plan"],
  ])("is found behind options, %j", async (args) => {
    const { wf } = await workspace({ "plan/main.wf.hcl": tidy });
    expect(await wf(args)).toMatchObject({ code: 0, stderr: "" });
  });

  test.each([[["--help"]], [["--help", "plan"]], [[]]])("is listed with all others by %j", async (args) => {
    const { stdout, stderr } = await runWf(args);
    for (const name of ["init", "plan", "apply", "recover", "version"])
      expect(stdout + stderr).toMatch(new RegExp(`^  ${name} `, "m"));
  });

  test.each([["--version"], ["-version"], ["-v"]])("for the version may be %s", async (flag) => {
    expect(await runWf([flag])).toEqual(await runWf(["version"]));
  });

  test("that is misspelt is told, with the nearest", async () => {
    const { code, stderr } = await runWf(["plam"]);
    expect(code).toBe(1);
    expect(stderr).toContain("(Did you mean plan?)");
  });
});
