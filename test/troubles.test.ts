import { symlink } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { startWf } from "./support/run-wf.ts";
import { cognito, spotters, wildlife } from "./support/wildlife.ts";
import { workspace } from "./support/workspace.ts";

const configuration = wildlife(cognito(), spotters());
const output = 'output "portal" {\n  value = workforce.wildlife.sub_domain\n}\n';

describe("where nobody reads what is printed", () => {
  test.each([[[]], [["--json"]]])("apply %j goes on to its end", async (flags) => {
    const { directory, emulator } = await workspace(
      { "main.wf.hcl": configuration },
      { latencyMilliseconds: 50 },
    );
    const run = startWf(["apply", "--auto-approve", ...flags], { directory, endpoint: emulator.url });
    run.stopReading();
    expect((await run.ended).code).toBe(0);
    const [region] = Object.values(emulator.state().regions);
    expect(region?.workteams).toHaveLength(1);
  });

  test("plan ends quietly", async () => {
    const { directory, emulator } = await workspace({ "main.wf.hcl": configuration });
    const run = startWf(["plan", "--json"], { directory, endpoint: emulator.url });
    run.stopReading();
    expect(await run.ended).toMatchObject({ code: 0, stderr: "" });
  });
});

describe("where AWS fails when the outputs are read", () => {
  const fault = { operation: "ListWorkforces", skip: 2, times: 9, fault: { kind: "access-denied" } } as const;

  test("the run is no failure, and what cannot be read is told", async () => {
    const { wf, emulator } = await workspace({ "main.wf.hcl": `${configuration}${output}` });
    emulator.setFaults([fault]);
    const run = await wf(["apply", "--auto-approve"]);
    expect(run.code).toBe(0);
    expect(run.stdout).not.toContain("Outputs");
    expect(run.stderr).toMatch(/^Error: eu-west-1 cannot be read \[access-denied\]\n/);
    expect(run.stderr).not.toMatch(/\n\s+at /);
  });

  test("a stream of events holds the error", async () => {
    const { wf, emulator } = await workspace({ "main.wf.hcl": `${configuration}${output}` });
    emulator.setFaults([fault]);
    const run = await wf(["apply", "--auto-approve", "--json"]);
    const lines = run.stdout.trimEnd().split("\n");
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({
      type: "error",
      message: expect.stringContaining("eu-west-1 cannot be read"),
    });
  });
});

test("the outputs of a workforce whose teams alone are managed are those of what is live", async () => {
  const { wf, write } = await workspace({ "main.wf.hcl": configuration });
  expect(await wf(["apply", "--auto-approve"])).toMatchObject({ code: 0 });
  const teams = wildlife('manage = "teams"', spotters()).replace(
    'workforce "wildlife"',
    'workforce "animals"',
  );
  await write("main.wf.hcl", `${teams}${output.replace("wildlife", "animals")}`);
  const portal = await wf(["output", "--raw", "portal"]);
  expect(portal).toMatchObject({ code: 0, stderr: "" });
  expect(portal.stdout).toMatch(/\.sagemaker\.aws$/);
});

describe("a file in the way is told without a stack trace", () => {
  test.each([
    ["the region of --local", { ".wf/local.json": "garbage" }, ["plan", "--local"], "local.json is not JSON"],
    ["the journals of runs", { ".wf": "a file" }, ["apply", "--auto-approve"], "ENOTDIR"],
  ])("%s", async (_, files, args, text) => {
    const { wf, emulator } = await workspace({ "main.wf.hcl": configuration, ...files });
    const run = await wf(args);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain(text);
    expect(run.stderr).toMatch(/^Error: .+\n\n.+\n$/);
    expect(emulator.calls().map(({ operation }) => operation)).not.toContain("CreateWorkforce");
  });
});

test("a directory that no journal can be kept in is told before anything is changed", async () => {
  const { wf, directory, emulator } = await workspace({ "main.wf.hcl": configuration });
  await symlink(path.join(directory, "nowhere"), path.join(directory, ".wf"));
  const run = await wf(["apply", "--auto-approve"]);
  expect(run.code).toBe(1);
  expect(run.stderr).toContain("No journal of the run can be kept in .wf/runs");
  expect(run.stderr).toContain("Nothing was changed.");
  expect(emulator.calls().map(({ operation }) => operation)).not.toContain("CreateWorkforce");
});
