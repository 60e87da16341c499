import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "./support/run-wf.ts";
import { exampleWorkspace } from "./support/workspace.ts";

const examples = (await readdir(path.join(root, "examples"))).sort();
const environment = { WF_VAR_client_secret: "a-secret-of-the-tests" };

describe.each(examples)("the example %s", (name) => {
  const directory = path.join(root, "examples", name);

  test("plans what its golden file says", async () => {
    const { wf } = await exampleWorkspace(name);
    const run = await wf(["plan"], { environment });
    expect(run).toMatchObject({ code: 0, stderr: "" });
    await expect(run.stdout).toMatchFileSnapshot(path.join(directory, "expected", "plan.txt"));
  });

  test("is applied, and then there is nothing left to do", async () => {
    const { wf } = await exampleWorkspace(name);
    expect(await wf(["apply", "--auto-approve"], { environment })).toMatchObject({ code: 0, stderr: "" });
    expect(await wf(["plan", "--detailed-exitcode"], { environment })).toMatchObject({ code: 0, stderr: "" });
  });

  test("is laid out as fmt would", async () => {
    const { wf } = await exampleWorkspace(name);
    expect(await wf(["fmt", "--check"])).toMatchObject({ code: 0, stdout: "" });
  });

  test("is explained in a README that the list of examples links to", async () => {
    expect(await readFile(path.join(directory, "README.md"), "utf8")).toContain("wf plan");
    expect(await readFile(path.join(root, "README.md"), "utf8")).toContain(`examples/${name}`);
  });
});
