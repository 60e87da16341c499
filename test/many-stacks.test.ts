import { plansDocumentSchema } from "@wf/engine";
import { expect, test } from "vitest";
import { cognito } from "./support/wildlife.ts";
import { workspace } from "./support/workspace.ts";

function stack(name: string, region: string, more = ""): string {
  return `wf {
  stack = "${name}"
}
workforce "${name}" {
  region = "${region}"
  ${cognito(region)}
  ${more}
}
`;
}

async function repository() {
  return workspace({
    "README.md": "",
    "teams/birds/main.wf.hcl": stack("birds", "eu-west-1"),
    "teams/fish/main.wf.hcl": stack("fish", "eu-central-1"),
    "teams/fish/node_modules/deep/main.wf.hcl": "not ours",
    "teams/.hidden/main.wf.hcl": "not ours",
    "teams/notes/readme.txt": "",
  });
}

test("every directory that holds a configuration is planned, in one report", async () => {
  const { wf } = await repository();
  const run = await wf(["plan", "--recursive", "--detailed-exitcode"]);
  expect(run).toMatchObject({ code: 2, stderr: "" });
  expect(run.stdout).toMatch(/== teams\/birds[^]*== teams\/fish[^]*== All stacks/);
  expect(run.stdout).toContain("  teams/birds  Plan: 1 to create.\n  teams/fish   Plan: 1 to create.\n");

  const markdown = (await wf(["plan", "--recursive", "--format=markdown"])).stdout;
  expect(markdown).toContain("| `teams/birds` | `birds` | Plan: 1 to create. |");
  expect(markdown.match(/^<!-- wf:plan:\w{16}:\w{16} -->$/gm)).toHaveLength(2);
  expect(markdown).toContain("wf -C teams/fish apply");

  const json: unknown = JSON.parse((await wf(["plan", "teams/fish", "teams/birds", "--format=json"])).stdout);
  expect(plansDocumentSchema.parse(json)).toEqual(json);
  expect(json).toMatchObject({ stacks: [{ directory: "teams/birds" }, { directory: "teams/fish" }] });
});

test("the worst stack decides the exit code, and the others are planned all the same", async () => {
  const { wf, write } = await repository();
  expect(await wf(["-C", "teams/birds", "apply", "--auto-approve"])).toMatchObject({ code: 0 });
  expect(await wf(["plan", "teams/birds", "--detailed-exitcode"])).toMatchObject({ code: 0 });

  await write("teams/birds/main.wf.hcl", stack("birds", "eu-west-1", 'name = "owls"'));
  const denied = await wf(["plan", "-recursive", "-detailed-exitcode", "-deny=replacements"]);
  expect(denied.code).toBe(1);
  expect(denied.stderr).toContain("teams/birds: The plan is denied: 1 workforce or work team is replaced");
  expect(denied.stdout).toContain("== teams/fish");

  await write("teams/birds/main.wf.hcl", "workfroce {}\n");
  const broken = await wf(["plan", "--recursive"]);
  expect(broken.code).toBe(1);
  expect(broken.stderr).toContain("teams/birds/main.wf.hcl:1");
  expect(broken.stdout).toContain("teams/birds  Could not be planned; see the errors.");
  expect(broken.stdout).toContain("teams/fish   Plan: 1 to create.");

  const markdown = (await wf(["plan", "--recursive", "--format=markdown"])).stdout;
  expect(markdown).toMatch(/^<!-- wf:plan:\w{16}:any -->\n\n### wf plan in `teams\/birds`$/m);
  expect(markdown).toContain("**The plan failed: 2 errors in the configuration.**");
});

test.each([
  [["plan", "--recursive", "--out=p.json"], "--out is for one stack"],
  [["plan", "teams/fish", "--target=workforce.fish"], "--target is for one stack"],
  [["plan", "--recursive", "teams/notes"], "no configuration below teams/notes"],
  [["plan", "--recursive", "nowhere"], "nowhere cannot be read"],
])("wf %j says what is wrong", async (args, said) => {
  const { wf } = await repository();
  const run = await wf(args);
  expect(run).toMatchObject({ code: 1, stdout: "" });
  expect(run.stderr).toContain(said);
});
