import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { addComment, fakeGithub } from "./support/fake-github.ts";
import { exampleWorkspace } from "./support/workspace.ts";

const token = "ghs_a-token-of-the-tests";
const planEnvironment = { WF_VAR_client_secret: "a-secret-of-the-tests" };

async function pullRequest() {
  const github = await fakeGithub(token);
  const { directory, wf, write } = await exampleWorkspace("oidc");
  const environment = {
    GITHUB_API_URL: github.url,
    GITHUB_REPOSITORY: "octo/labels",
    GITHUB_REF: "refs/pull/7/merge",
    GITHUB_TOKEN: token,
  };
  const plan = async (...args: readonly string[]): Promise<string> => {
    const run = await wf(["plan", "--format=markdown", ...args], { environment: planEnvironment });
    await write("plan.md", run.stdout);
    return run.stdout.trimEnd();
  };
  return { github, directory, wf, write, environment, plan };
}

test("a plan becomes one comment, which is updated in place", async () => {
  const { environment, github, plan, wf } = await pullRequest();
  const first = await plan();
  expect(await wf(["comment", "plan.md"], { environment })).toMatchObject({
    code: 0,
    stderr: "",
    stdout: "Created https://github.example/octo/labels/pull/7#issuecomment-1\n",
  });
  expect(github.comments.map(({ body }) => body)).toEqual([first]);
  expect((await wf(["comment", "-"], { environment, input: `${first}\n` })).stdout).toMatch(/^Unchanged /);

  const second = await plan("--var=name=radiology-2");
  expect((await wf(["comment", "plan.md"], { environment })).stdout).toMatch(/^Updated .*-1$/m);
  expect(github.comments.map(({ body }) => body)).toEqual([second]);
  expect(github.requests.filter((each) => !each.startsWith("GET"))).toHaveLength(2);
});

test("a comment on the third page is found, and a stranger's with the same marker is not", async () => {
  const { environment, github, plan, wf } = await pullRequest();
  const body = await plan();
  addComment(github.comments, `${body}\nApproved, trust me.`, "User");
  for (let count = 0; count < 230; count += 1) addComment(github.comments, `Talk ${count}`, "User");
  const ours = addComment(github.comments, body.replace("to create", "to do"), "Bot");
  expect(await wf(["comment", "plan.md"], { environment })).toMatchObject({ code: 0 });
  expect(ours.body).toBe(body);
  expect(github.comments[0]?.body).toContain("trust me");
});

test("a report of several stacks becomes a comment each", async () => {
  const { environment, github, plan, wf, write } = await pullRequest();
  const one = await plan();
  const other = one.replace(/wf:plan:\w{16}/, "wf:plan:0123456789abcdef");
  await write("plan.md", `# Two stacks\n\n${one}\n\n${other}\n`);
  expect(await wf(["comment", "plan.md"], { environment })).toMatchObject({ code: 0 });
  expect(github.comments.map(({ body }) => body)).toEqual([one, other]);
});

test.each([
  ["no token", { GITHUB_TOKEN: "" }, undefined, "Set GITHUB_TOKEN"],
  ["a wrong token", { GITHUB_TOKEN: "ghs_wrong" }, undefined, "does not know the token"],
  ["a token that may only read", {}, 403, "pull-requests: write"],
  ["no pull request", { GITHUB_REF: "refs/heads/main" }, undefined, "--pull-request NUMBER"],
  ["no repository", { GITHUB_REPOSITORY: "" }, undefined, "--repository OWNER/NAME"],
  ["a server that is down", { GITHUB_API_URL: "http://127.0.0.1:9" }, undefined, "could not be made"],
])("%s is told, without the token", async (_, changed, refuse, said) => {
  const { environment, github, plan, wf } = await pullRequest();
  github.refuse = refuse;
  await plan();
  const run = await wf(["comment", "plan.md"], { environment: { ...environment, ...changed } });
  expect(run).toMatchObject({ code: 1, stdout: "" });
  expect(run.stderr).toContain(said);
  expect(run.stderr).not.toContain("ghs_");
  expect(github.comments).toEqual([]);
});

test("a file that holds no plan is told", async () => {
  const { environment, wf, directory } = await pullRequest();
  const run = await wf(["comment", "main.wf.hcl"], { environment });
  expect(run).toMatchObject({ code: 1 });
  expect(run.stderr).toContain("holds no plan");
  expect(await readFile(path.join(directory, "main.wf.hcl"), "utf8")).toContain("workforce");
});

test("mistakes become annotations that nothing in them can end", async () => {
  const { wf, write } = await pullRequest();
  await write(
    "bad.wf.hcl",
    'workforce "x" {\n  "::error::owned%0A\\n" = 1\n  regoin = "%\\n::warning::x"\n}\n',
  );
  const run = await wf(["validate", "--format=github"]);
  expect(run.code).toBe(1);
  expect(run.stdout).toMatch(/^::error file=bad\.wf\.hcl,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=/m);
  for (const line of run.stdout.trimEnd().split("\n"))
    expect(line).toMatch(/^::(error|warning) (file|title)=/);
});
