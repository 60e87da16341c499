import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { root } from "./support/run-wf.ts";
import { exampleWorkspace, workspace } from "./support/workspace.ts";

const environment = { WF_VAR_client_secret: "a-secret-of-the-tests" };

test("README.md shows the plan that its configuration gives", async () => {
  const readme = await document("README.md");
  const written = /^```hcl\n(.*?)^```/ms.exec(readme)?.[1] ?? "";
  const { wf, write } = await workspace({ "main.wf.hcl": written });
  expect(await wf(["apply", "--auto-approve"], { environment })).toMatchObject({ code: 0, stderr: "" });
  await write("main.wf.hcl", written.replace(/^workforce .*$/m, '$&\n  name = "radiology-2"'));
  expect(readme).toContain(block((await wf(["plan"], { environment })).stdout));
});

test("docs/compared-with-terraform.md shows the plan of the example that it names, and its length", async () => {
  const { wf } = await exampleWorkspace("oidc");
  expect(await wf(["apply", "--auto-approve"], { environment })).toMatchObject({ code: 0, stderr: "" });
  const { stdout } = await wf(["plan", "--var", "name=radiology-2"], { environment });
  const compared = await document("docs", "compared-with-terraform.md");
  expect(compared).toContain(block(stdout));
  const characters = (stdout.length - 1).toLocaleString("en-US");
  expect(compared).toContain(`${stdout.split("\n").length - 1} lines, ${characters} characters`);
});

async function document(...names: readonly string[]): Promise<string> {
  return readFile(path.join(root, ...names), "utf8");
}

function block(text: string): string {
  return `\`\`\`\n${text}\`\`\`\n`;
}
