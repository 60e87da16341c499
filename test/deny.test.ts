import { expect, test } from "vitest";
import { exampleWorkspace } from "./support/workspace.ts";

const environment = { WF_VAR_client_secret: "a-secret-of-the-tests" };

test("a gate lets through what it does not deny, and shows what it does", async () => {
  const { wf } = await exampleWorkspace("oidc");
  const gate = ["plan", "--deny", "deletes,replacements", "--deny=warnings"];
  expect(await wf(gate, { environment })).toMatchObject({ code: 0, stderr: "" });
  expect(await wf(["apply", "--auto-approve"], { environment })).toMatchObject({ code: 0 });

  const renamed = await wf([...gate, "--var=name=radiology-2", "--out=p.json"], { environment });
  expect(renamed.code).toBe(1);
  expect(renamed.stdout).toContain("Plan: 3 to replace.");
  expect(renamed.stderr).toContain("3 workforces and work teams are replaced (--deny replacements)");
  // What is denied is not saved for apply.
  expect(await wf(["show", "p.json"])).toMatchObject({ code: 1 });

  const gone = await wf(["plan", "--destroy", "--deny=deletes", "--format=markdown"], { environment });
  expect(gone).toMatchObject({ code: 1 });
  expect(gone.stdout).toContain("**Plan: 3 to delete.**");
});

test("a gate for something unknown is a mistake of the command line", async () => {
  const { wf } = await exampleWorkspace("oidc");
  const run = await wf(["plan", "--deny=everything"]);
  expect(run).toMatchObject({ code: 1, stdout: "" });
  expect(run.stderr).toContain("--deny takes deletes, replacements, warnings");
});
