import { readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { type PlanFile, readPlanFile, writePlanFile } from "@wf/engine";
import { expect, test } from "vitest";
import { eventLineSchema } from "../packages/cli/src/render/event-schema.ts";
import { runWf } from "./support/run-wf.ts";
import { cognito, stack } from "./support/wildlife.ts";
import { exampleWorkspace, workspace } from "./support/workspace.ts";

const secret = "a-secret-of-the-tests";
const environment = { WF_VAR_client_secret: secret };

test("a saved plan is shown and applied without being asked again", async () => {
  const { wf, directory } = await exampleWorkspace("oidc");
  const planned = await wf(["plan", "-out=plan.json", "-var=name=radiology-7"], { environment });
  expect(planned).toMatchObject({ code: 0, stderr: "" });
  const file = path.join(directory, "plan.json");
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readFile(file, "utf8")).not.toContain(secret);

  const shown = await wf(["show", "plan.json"]);
  expect(planned.stdout.startsWith(shown.stdout)).toBe(true);
  expect(JSON.parse((await wf(["show", "--json", "plan.json"])).stdout)).toMatchObject({
    format_version: "1.0",
  });

  expect(await wf(["apply", "plan.json"], { environment })).toMatchObject({ code: 0, stderr: "" });
  const left = await wf(["plan", "--detailed-exitcode", "--var", "name=radiology-7"], { environment });
  expect(left).toMatchObject({ code: 0 });
});

test.each([
  [
    "the region has moved",
    async ({ wf }: Awaited<ReturnType<typeof exampleWorkspace>>) =>
      void (await wf(["apply", "--auto-approve", "--var", "name=meanwhile"], { environment })),
    'us-east-1 has moved since the plan was made. us-east-1 + workforce.arn = "arn:aws',
  ],
  [
    "the configuration has changed",
    async ({ write, directory }: Awaited<ReturnType<typeof exampleWorkspace>>) => {
      const file = path.join(directory, "main.wf.hcl");
      await write("main.wf.hcl", (await readFile(file, "utf8")).replace("First reads", "Last reads"));
    },
    'workforce.radiology ~ workteam.readers.description = "First reads" -> "Last reads"',
  ],
  [
    "the file was changed",
    async ({ directory }: Awaited<ReturnType<typeof exampleWorkspace>>) => {
      const file = path.join(directory, "plan.json");
      await writeFile(file, (await readFile(file, "utf8")).replace('"CreateWorkforce"', '"UpdateWorkforce"'));
    },
    "was changed after it was written",
  ],
  [
    "the file is of a newer format",
    async ({ directory }: Awaited<ReturnType<typeof exampleWorkspace>>) =>
      writeFile(path.join(directory, "plan.json"), '{"format_version":"9.0"}'),
    'of format "9.0"',
  ],
  [
    "the file is no plan",
    async ({ directory }: Awaited<ReturnType<typeof exampleWorkspace>>) =>
      writeFile(path.join(directory, "plan.json"), "not a plan"),
    "not a plan that wf has written",
  ],
])("a saved plan is refused when %s", async (_, disturb, message) => {
  const space = await exampleWorkspace("oidc");
  expect(await space.wf(["plan", "--out", "plan.json"], { environment })).toMatchObject({ code: 0 });
  await disturb(space);
  const before = JSON.stringify(space.emulator.state());
  const run = await space.wf(["apply", "plan.json"], { environment });
  expect(run.code).toBe(1);
  expect(run.stderr.replace(/\s+/g, " ")).toContain(message);
  expect(JSON.stringify(space.emulator.state())).toBe(before);
});

type Targets = PlanFile["targets"];

/** A file as another version of wf could have written it: sound, and of other targets. */
async function rewriteTargets(file: string, change: (targets: Targets) => Targets): Promise<void> {
  const read = readPlanFile(await readFile(file, "utf8"));
  if ("problem" in read) throw new Error(read.problem.message);
  await writeFile(file, writePlanFile({ ...read.file, targets: change(read.file.targets) }));
}

const twoRegions = `${stack}workforce "wildlife" {
  for_each = toset(["eu-west-1", "us-east-1"])
  region   = each.value
  ${cognito("${each.value}")}
}
`;

const stepsDiffer = "The plan's steps are not what this version of wf would do.";

test.each<readonly [string, (targets: Targets) => Targets, readonly [code: number, stderr: string]]>([
  ["is applied as it is", (targets) => targets, [0, ""]],
  ["is applied when its regions stand in another order", (targets) => targets.toReversed(), [0, ""]],
  [
    "is applied when it tells the state of the regions in other words",
    (targets) => targets.map((target) => ({ ...target, live: { workforce: "(none)" } })),
    [0, ""],
  ],
  [
    "is refused when the steps in one region are others",
    (targets) => targets.map((target, index) => (index === 1 ? { ...target, steps_digest: "0" } : target)),
    [1, stepsDiffer],
  ],
  [
    "is refused when the steps in one region are those in the other",
    (targets) => {
      const steps = targets.map((target) => target.steps_digest).reverse();
      return targets.map((target, index) => ({ ...target, steps_digest: steps[index] ?? "" }));
    },
    [1, stepsDiffer],
  ],
  [
    "is refused when it has a region twice",
    (targets) => [...targets.map((target) => ({ ...target, steps_digest: "0" })), ...targets],
    [1, stepsDiffer],
  ],
  [
    "is refused when it lacks a region",
    (targets) => targets.slice(1),
    [1, "eu-west-1 has moved since the plan was made."],
  ],
  [
    "is refused when its regions are of another account",
    (targets) => targets.map((target) => ({ ...target, account: "prod" })),
    [1, "have moved since the plan was made."],
  ],
])("a saved plan %s", async (_, change, [code, stderr]) => {
  const { directory, wf } = await workspace({ "main.wf.hcl": twoRegions });
  expect(await wf(["plan", "--out", "plan.json"])).toMatchObject({ code: 0 });
  await rewriteTargets(path.join(directory, "plan.json"), change);
  const run = await wf(["apply", "plan.json"]);
  expect(run.code).toBe(code);
  expect(run.stderr).toContain(stderr);
});

test("a saved plan that is out of date says as data what moved, and nothing of the secret", async () => {
  const { wf, write, directory } = await exampleWorkspace("oidc");
  await wf(["plan", "--out", "plan.json"], { environment });
  const file = path.join(directory, "main.wf.hcl");
  await write("main.wf.hcl", (await readFile(file, "utf8")).replace("First reads", "Last reads"));
  const run = await wf(["apply", "--json", "plan.json"], {
    environment: { WF_VAR_client_secret: "another" },
  });
  expect(run.code).toBe(1);
  const last = eventLineSchema.parse(JSON.parse(run.stdout.trimEnd().split("\n").at(-1) ?? ""));
  expect(last).toMatchObject({ type: "error", help: "Nothing was changed. Have a new plan reviewed." });
  expect(last).toHaveProperty("moved", [
    {
      where: "workforce.radiology",
      path: "workteam.readers.description",
      before: '"First reads"',
      after: '"Last reads"',
    },
  ]);
});

test("a saved plan is refused when the secret is another one", async () => {
  const { wf } = await exampleWorkspace("oidc");
  expect(await wf(["plan", "--out", "plan.json"], { environment })).toMatchObject({ code: 0 });
  const run = await wf(["apply", "plan.json"], { environment: { WF_VAR_client_secret: "another" } });
  expect(run.code).toBe(1);
  expect(run.stderr).toContain("client_secret");
});

test.each([
  [["--target", "workforce.radiology"], "--target"],
  [["--replace", "workforce.radiology", "--carry-teams"], "--replace, --carry-teams"],
  [["--all-regions"], "--all-regions"],
])("a saved plan takes no options of planning: %j", async (options, named) => {
  const { wf, emulator } = await exampleWorkspace("oidc");
  expect(await wf(["plan", "--out", "plan.json"], { environment })).toMatchObject({ code: 0 });
  const calls = emulator.calls().length;
  const run = await wf(["apply", "plan.json", ...options], { environment });
  expect(run).toMatchObject({ code: 1, stdout: "" });
  expect(run.stderr).toContain(`carried out as it was made, and ${named} would make another`);
  expect(emulator.calls()).toHaveLength(calls);
});

test("what to type next is what was typed: where, with which options", async () => {
  const { directory, emulator } = await exampleWorkspace("oidc");
  const [parent, name] = [path.dirname(directory), path.basename(directory)];
  const from = { directory: parent, endpoint: emulator.url, environment };
  const saved = await runWf(["-C", name, "plan", "--out", `${name}/my plan.json`], from);
  expect(saved.stdout).toContain(`\n  wf -C ${name} apply '${name}/my plan.json'\n`);
  expect(await runWf(["-C", name, "apply", "--auto-approve"], from)).toMatchObject({ code: 0 });
  emulator.setFaults([{ operation: "CreateWorkforce", times: 9, fault: { kind: "server-error" } }]);
  const replace = ["--replace", "workforce.radiology", "--carry-teams"];
  const failed = await runWf(["-C", name, "apply", "--auto-approve", "--allow-delete", ...replace], from);
  expect(failed.code).toBe(1);
  expect(failed.stdout).toContain(
    `To continue, run wf -C ${name} apply --replace workforce.radiology --carry-teams again`,
  );
  expect((await runWf(["-C", name, "runs"], from)).stdout).toContain(
    `or to undo it: wf -C ${name} recover\n`,
  );
});

test("a variable that holds the client secret is not in a saved plan, whatever its declaration says", async () => {
  const { wf, directory, write } = await exampleWorkspace("oidc");
  const file = path.join(directory, "main.wf.hcl");
  const open = (await readFile(file, "utf8")).replace(/^ *sensitive *= true\n/m, "");
  await write("main.wf.hcl", open);
  const planned = await wf(["plan", "--out", "plan.json"], { environment });
  expect(planned).toMatchObject({ code: 0 });
  expect(planned.stdout).toContain("The client secret comes from what is not sensitive");
  const saved = await readFile(path.join(directory, "plan.json"), "utf8");
  expect(`${planned.stdout}${planned.stderr}${saved}`).not.toContain(secret);
  expect(JSON.parse(saved)).toMatchObject({ variables: {}, sensitive_variables: ["client_secret"] });
  expect((await wf(["apply", "plan.json"])).stderr).toContain("client_secret");
  expect(await wf(["apply", "plan.json"], { environment })).toMatchObject({ code: 0 });
});
