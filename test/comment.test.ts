import { cp, mkdir, readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { upsertComments } from "../packages/cli/src/github/upsert-comments.ts";
import { planMarker, plansByMarker } from "../packages/cli/src/render/plan-marker.ts";
import { addComment, fakeGithub } from "./support/fake-github.ts";
import { startHttp } from "./support/listen.ts";
import { exampleWorkspace } from "./support/workspace.ts";

const token = "ghs_a-token-of-the-tests";
const planEnvironment = { WF_VAR_client_secret: "a-secret-of-the-tests" };

async function pullRequest() {
  const github = await fakeGithub(token);
  const { directory, emulator, wf, write } = await exampleWorkspace("oidc");
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
  return { github, directory, emulator, wf, write, environment, plan };
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

test("stacks of one name in two directories of a repository have a comment each", async () => {
  const { directory, environment, github, wf } = await pullRequest();
  await mkdir(path.join(directory, ".git"));
  for (const place of ["teams/birds", "teams/fish"]) {
    await cp(path.join(directory, "main.wf.hcl"), path.join(directory, place, "main.wf.hcl"));
    const inside = { environment: planEnvironment, directory: path.join(directory, place) };
    const { stdout } = await wf(["plan", "--format=markdown"], inside);
    expect(stdout).toContain(`### wf plan: \`labeling\` in \`${place}\``);
    // The same from wherever it is planned.
    const above = await wf(["-C", place, "plan", "--format=markdown"], { environment: planEnvironment });
    expect(above.stdout.split("\n", 1)).toEqual(stdout.split("\n", 1));
    expect(await wf(["comment", "-"], { environment, input: stdout })).toMatchObject({ code: 0 });
  }
  expect(github.comments).toHaveLength(2);
});

test("the commit is said: that of the workflow's pull request, or the one that is named", async () => {
  const { environment, directory, github, plan, wf, write } = await pullRequest();
  await plan();
  const sha = "a5c3785ed8d6a35868bc169f07e40e889087fd2e";
  await write("event.json", JSON.stringify({ pull_request: { number: 7, head: { sha } } }));
  const inWorkflow = { ...environment, GITHUB_EVENT_PATH: path.join(directory, "event.json") };
  await wf(["comment", "plan.md"], { environment: inWorkflow });
  expect(github.comments[0]?.body).toMatch(new RegExp(`\\n\\n_At commit ${sha}\\._$`));
  await wf(["comment", "plan.md", "--commit=0123abc"], { environment: inWorkflow });
  expect(github.comments[0]?.body).toMatch(/\n\n_At commit 0123abc\._$/);
  const refused = await wf(["comment", "plan.md", "--commit=HEAD"], { environment: inWorkflow });
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('found "HEAD"') });
});

describe("a plan that fails takes the place of the one before it", () => {
  test.each<readonly [string, Readonly<Record<string, string>>, string]>([
    ["with the stack's name", { "bad.wf.hcl": 'workforce "x" {\n  regoin = 1\n}\n' }, "`regoin`"],
    [
      "where a file cannot be read whole",
      { "bad.wf.hcl": 'workforce "x" {\n' },
      "1 error in the configuration",
    ],
    ["without the stack's name", { "main.wf.hcl": "workfroce {}\n" }, "`workfroce`"],
  ])("%s", async (_, files, said) => {
    const { environment, github, plan, wf, write } = await pullRequest();
    const before = await plan();
    await wf(["comment", "plan.md"], { environment });
    for (const [name, text] of Object.entries(files)) await write(name, text);
    await plan();
    const run = await wf(["comment", "plan.md", "--commit=0123abc"], { environment });
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toMatch(/^Updated .*-1\n$/);
    expect(github.comments).toHaveLength(1);
    const body = github.comments[0]?.body ?? "";
    expect(body.split("\n", 1)).toEqual(before.split("\n", 1));
    expect(body).toContain("**The plan failed: ");
    expect(body).toContain(said);
    expect(body).toContain("At commit 0123abc");
  });

  test("where the region cannot be read, or the plan is asked for what is not there", async () => {
    const { emulator, environment, github, plan, wf } = await pullRequest();
    await plan();
    await wf(["comment", "plan.md"], { environment });
    emulator.setFaults([
      { operation: "ListWorkforces", fault: { kind: "validation", message: "No, @octocat." } },
    ]);
    await plan();
    await wf(["comment", "plan.md"], { environment });
    expect(github.comments.map(({ body }) => body)).toEqual([
      expect.stringMatching(/^> `us-east-1` cannot be read \(`invalid`\)\. .*: No, `@octocat`\./m),
    ]);
    await plan("--target=workforce.wards");
    await wf(["comment", "plan.md"], { environment });
    expect(github.comments.map(({ body }) => body)).toEqual([
      expect.stringContaining("There is no workforce with the address `workforce.wards`."),
    ]);
  });

  test("in each stack of its directory; and a plan takes the place of a failure that knew no name", async () => {
    const { directory, environment, github, plan, wf, write } = await pullRequest();
    const good = await readFile(path.join(directory, "main.wf.hcl"), "utf8");
    const show = async (text: string): Promise<void> => {
      await write("main.wf.hcl", text);
      await plan();
      expect(await wf(["comment", "plan.md"], { environment })).toMatchObject({ code: 0 });
    };
    const bodies = (): readonly string[] => github.comments.map(({ body }) => body);
    const failed = expect.stringContaining("**The plan failed: ");
    await show("workfroce {}\n");
    expect(bodies()).toEqual([failed]);
    await show(good);
    expect(bodies()).toEqual([expect.stringContaining("**Plan: 3 to create.**")]);
    await show(good.replace('"labeling"', '"other"'));
    expect(bodies()).toHaveLength(2);
    await show("workfroce {}\n");
    expect(bodies()).toEqual([failed, failed]);
    expect(new Set(bodies().map((body) => body.split("\n", 1)[0])).size).toBe(2);
  });
});

test.each([
  ["no token", { GITHUB_TOKEN: "" }, undefined, "Set GITHUB_TOKEN"],
  ["a token of two lines", { GITHUB_TOKEN: "ghs_two\nlines" }, undefined, "is no token"],
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

test.each<readonly [string, (response: ServerResponse) => void, string]>([
  ["an answer that breaks off is told", (response) => void response.destroy(), "UserError"],
  ["an answer of an error is told", (response) => void response.writeHead(502).end(), "UserError"],
  [
    "a mistake of the program's own is not told as one of GitHub's",
    (response) => void response.writeHead(200, { "content-type": "application/json" }).end("[null]"),
    "TypeError",
  ],
])("%s", async (_, answer, name) => {
  const baseUrl = await startHttp((_request, response) => answer(response));
  const pullRequest = { owner: "octo", repo: "labels", number: 7 };
  const plans = plansByMarker(planMarker(".", "labeling")).map(({ text, ...plan }) => ({
    ...plan,
    body: text,
  }));
  await expect(upsertComments({ baseUrl, token, pullRequest, plans })).rejects.toMatchObject({ name });
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
