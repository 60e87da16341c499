import { execFile } from "node:child_process";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { root } from "./support/run-wf.ts";
import { exampleWorkspace } from "./support/workspace.ts";

const run = promisify(execFile);

/** Runs a step of the action as a runner would, with `wf` on the PATH. */
async function runner() {
  const space = await exampleWorkspace("pull-request");
  const temporary = path.join(space.directory, "runner");
  const bin = path.join(temporary, "bin");
  await mkdir(bin, { recursive: true });
  const wf = path.join(root, "packages/cli/dist/wf.js");
  await writeFile(path.join(bin, "wf"), `#!/bin/sh\nexec "${process.execPath}" "${wf}" "$@"\n`);
  await chmod(path.join(bin, "wf"), 0o755);
  const step = async (script: string, inputs: Readonly<Record<string, string>> = {}) => {
    const env = {
      PATH: `${bin}:${process.env["PATH"]}`,
      AWS_ENDPOINT_URL_SAGEMAKER: space.emulator.url,
      AWS_ACCESS_KEY_ID: "123456789012",
      AWS_SECRET_ACCESS_KEY: "test",
      AWS_EC2_METADATA_DISABLED: "true",
      RUNNER_TEMP: temporary,
      GITHUB_OUTPUT: path.join(temporary, "output"),
      GITHUB_STEP_SUMMARY: path.join(temporary, "summary"),
      WF_ACTION_ARGUMENTS: "",
      WF_ACTION_DENY: "",
      WF_ACTION_DIRECTORY: ".",
      WF_ACTION_PACKAGE: "",
      WF_ACTION_PLAN_FILE: "",
      WF_ACTION_RECURSIVE: "false",
      ...inputs,
    };
    const file = path.join(root, "scripts/action", script);
    return run("bash", [file], { cwd: space.directory, env }).then(
      ({ stdout }) => ({ code: 0, stdout }),
      (error: { readonly code: number; readonly stdout: string }) => error,
    );
  };
  const read = async (name: string) => readFile(path.join(temporary, name), "utf8").catch(() => "");
  return { ...space, step, read };
}

test("the plan is in the summary and in a file, and the exit code is an output", async () => {
  const { directory, read, step } = await runner();
  expect(await step("install.sh")).toMatchObject({ code: 0 });
  expect(await step("validate.sh")).toMatchObject({ code: 0 });
  expect(await step("plan.sh", { WF_ACTION_PLAN_FILE: "plan.json" })).toMatchObject({ code: 0 });
  expect(await read("summary")).toContain("**Plan: 2 to create.**");
  expect(await read("wf-plan.md")).toContain("wf apply plan.json");
  expect(await read("output")).toMatch(/^exit-code=2\nplanned=true\nmarkdown=.*wf-plan\.md\n$/);
  expect(await readFile(path.join(directory, "plan.json"), "utf8")).toContain('"digest"');
});

test("a configuration that is wrong is annotated, in each of many directories", async () => {
  const { step, write } = await runner();
  await write("stacks/birds/main.wf.hcl", "workfroce {}\n");
  await write("stacks/fish/main.wf.hcl", "wf {}\n");
  const validated = await step("validate.sh", { WF_ACTION_RECURSIVE: "true", WF_ACTION_DIRECTORY: "stacks" });
  expect(validated.code).toBe(1);
  expect(validated.stdout).toContain("::error file=stacks/birds/main.wf.hcl,line=1");
  expect(validated.stdout).toContain("::error file=stacks/fish/main.wf.hcl,line=1");
});

test("a directory that is named is looked into, even if it is hidden", async () => {
  const { step, write } = await runner();
  await write(".stacks/birds/main.wf.hcl", "workfroce {}\n");
  await write(".stacks/.git/main.wf.hcl", "wf {}\n");
  const inputs = { WF_ACTION_RECURSIVE: "true", WF_ACTION_DIRECTORY: ".stacks" };
  const validated = await step("validate.sh", inputs);
  expect(validated.code).toBe(1);
  expect(validated.stdout).toContain("::error file=.stacks/birds/main.wf.hcl,line=1");
  expect(validated.stdout).not.toContain(".git");
});

test("what is wrong in many directories is one run of SARIF, with paths from the repository", async () => {
  const { read, step, write } = await runner();
  await write("stacks/birds/main.wf.hcl", "workfroce {}\n");
  await write("stacks/fish/main.wf.hcl", "wf {}\n");
  const inputs = { WF_ACTION_RECURSIVE: "true", WF_ACTION_DIRECTORY: "stacks" };
  expect(await step("sarif.sh", inputs)).toMatchObject({ code: 0 });
  const log: unknown = JSON.parse(await read("wf.sarif"));
  expect(log).toMatchObject({ version: "2.1.0", runs: [{ tool: { driver: { name: "wf" } } }] });
  const found = JSON.stringify(log).match(/"uri":"[^"]*"/g) ?? [];
  expect(new Set(found)).toEqual(
    new Set(['"uri":"stacks/birds/main.wf.hcl"', '"uri":"stacks/fish/main.wf.hcl"']),
  );
  expect(await read("output")).toMatch(/^file=.*wf\.sarif\n$/);
  // Without a mistake there is a run without results, which takes back what was found before.
  expect(await step("sarif.sh")).toMatchObject({ code: 0 });
  expect(JSON.parse(await read("wf.sarif"))).toMatchObject({ runs: [{ results: [] }] });
});

test("why there is no plan takes the place of the plan", async () => {
  const { read, step } = await runner();
  expect(await step("plan.sh", { AWS_ENDPOINT_URL_SAGEMAKER: "http://127.0.0.1:9" })).toMatchObject({
    code: 0,
  });
  expect(await read("output")).toMatch(/^exit-code=1\nplanned=true\n/);
  expect(await read("summary")).toContain("**The plan failed: 1 region cannot be read.**");
});

test("inputs are arguments and never code", async () => {
  const { directory, read, step } = await runner();
  const hostile = '$(touch owned)\n`touch owned`\n"; touch owned; "';
  await step("plan.sh", { WF_ACTION_ARGUMENTS: hostile, WF_ACTION_DENY: "$(touch owned)" });
  expect(await read("output")).toContain("exit-code=1");
  await expect(readFile(path.join(directory, "owned"))).rejects.toThrow("ENOENT");
  // The action's own scripts get inputs from the environment alone.
  const action = await readFile(path.join(root, "action.yml"), "utf8");
  expect(action.match(/^ +run:.*\$\{\{/gm)).toBeNull();
});
