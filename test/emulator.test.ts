import { execFile, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import path from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { root, runWf } from "./support/run-wf.ts";
import { cognito, wildlife } from "./support/wildlife.ts";
import { workspace } from "./support/workspace.ts";

const wf = path.join(root, "packages/cli/dist/wf.js");

/** Starts `wf emulator` as a process and resolves to its address. */
async function startProcess(...args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [wf, "emulator", "--port", "0", ...args]);
  onTestFinished(async () => {
    child.kill("SIGINT");
    const [code] = await once(child, "close");
    expect(code).toBe(0);
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (url !== undefined) return url;
  }
  throw new Error("The emulator did not say where it is");
}

const named = (name: string): string => wildlife(`name = "${name}"`, cognito());

test("wf emulator is a region that wf can work on, kept in its data file", async () => {
  const { directory, wf: run } = await workspace({ "main.wf.hcl": named("wildlife") });
  const data = path.join(directory, "region.json");
  const endpoint = await startProcess("--data", data);
  expect(await run(["apply", "--auto-approve"], { endpoint })).toMatchObject({ code: 0 });
  const again = await startProcess("--data", data);
  expect(await run(["plan", "--detailed-exitcode"], { endpoint: again })).toMatchObject({ code: 0 });
});

test("--local keeps a region beside the configuration, without AWS or credentials", async () => {
  const { directory, write } = await workspace({ "main.wf.hcl": named("wildlife") });
  expect(await runWf(["apply", "--local", "--auto-approve"], { directory })).toMatchObject({ code: 0 });
  await write("main.wf.hcl", named("birds"));
  expect(await runWf(["plan", "--local", "--detailed-exitcode"], { directory })).toMatchObject({ code: 2 });
});

test("a data file that is no region's is told, not overwritten", async () => {
  const { directory } = await workspace({ "region.json": "{ not json" });
  const run = await runWf(["emulator", "--port", "0", "--data", "region.json"], { directory });
  expect(run).toMatchObject({ code: 1, stdout: "" });
  expect(run.stderr).toContain("region.json");
  expect(await readFile(path.join(directory, "region.json"), "utf8")).toBe("{ not json");
});

const awsCli = spawnSync("aws", ["--version"]).status === 0;

test.runIf(awsCli)(
  "AWS's own CLI creates, describes, lists, updates and deletes",
  { timeout: 120_000 },
  async () => {
    const endpoint = await startProcess();
    const aws = async (...args: readonly string[]): Promise<unknown> => {
      const { stdout } = await promisify(execFile)(
        "aws",
        ["sagemaker", ...args, "--endpoint-url", endpoint, "--region", "eu-west-1", "--output", "json"],
        { env: { ...process.env, AWS_ACCESS_KEY_ID: "123456789012", AWS_SECRET_ACCESS_KEY: "test" } },
      );
      return stdout.trim() === "" ? {} : JSON.parse(stdout);
    };
    const workforce = ["--workforce-name", "wildlife"];
    await aws("create-workforce", ...workforce, "--cognito-config", "UserPool=eu-west-1_W,ClientId=c");
    await aws(
      "create-workteam",
      ...workforce,
      "--workteam-name",
      "spotters",
      "--description",
      "Spots",
      "--member-definitions",
      '[{"CognitoMemberDefinition":{"UserPool":"eu-west-1_W","ClientId":"c","UserGroup":"spotters"}}]',
    );
    await aws("update-workforce", ...workforce, "--source-ip-config", "Cidrs=198.51.100.0/24");
    expect(await aws("describe-workforce", ...workforce)).toMatchObject({
      Workforce: { Status: "Active", SourceIpConfig: { Cidrs: ["198.51.100.0/24"] } },
    });
    expect(await aws("list-workteams")).toMatchObject({ Workteams: [{ WorkteamName: "spotters" }] });
    await expect(aws("delete-workforce", ...workforce)).rejects.toThrow("ResourceInUse");
    await aws("delete-workteam", "--workteam-name", "spotters");
    await aws("delete-workforce", ...workforce);
    expect(await aws("list-workforces")).toMatchObject({ Workforces: [] });
  },
);
