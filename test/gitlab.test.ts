import { execFile, spawnSync } from "node:child_process";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { addNote, fakeGitlab, ourId } from "./support/fake-gitlab.ts";
import { root } from "./support/run-wf.ts";
import { exampleWorkspace } from "./support/workspace.ts";

const run = promisify(execFile);
const token = "glpat-a-token-of-the-tests";

/** The script of a job in docs/pull-requests.md, as a runner hands it to bash. */
async function scriptOf(job: string): Promise<string> {
  const page = await readFile(path.join(root, "docs/pull-requests.md"), "utf8");
  const yaml = /^## GitLab\n+```yaml\n(.*?)^```$/ms.exec(page)?.[1] ?? "";
  const found =
    new RegExp(`^${job}:\\n.*?^  script:\\n(.*?)(?=^ {0,2}\\S|(?![^]))`, "ms").exec(yaml)?.[1] ?? "";
  const lines = found.split("\n").map((line) => line.replace(/^ {4}- (?:\|$)?|^ {6}/, ""));
  return `set -eo pipefail\n${lines.join("\n")}`;
}

async function runner() {
  const gitlab = await fakeGitlab(token);
  const space = await exampleWorkspace("oidc");
  const bin = path.join(space.directory, "bin");
  await mkdir(bin);
  const wf = path.join(root, "packages/cli/dist/wf.js");
  for (const [name, text] of [
    ["wf", `exec "${process.execPath}" "${wf}" "$@"`],
    ["npm", '[ "$*" = "install --global wf.tgz" ]'],
  ] as const) {
    await writeFile(path.join(bin, name), `#!/bin/sh\n${text}\n`);
    await chmod(path.join(bin, name), 0o755);
  }
  const job = async (name: string) => {
    const env = {
      PATH: `${bin}:${path.dirname(process.execPath)}:${process.env["PATH"]}`,
      AWS_ENDPOINT_URL_SAGEMAKER: space.emulator.url,
      AWS_ACCESS_KEY_ID: "123456789012",
      AWS_SECRET_ACCESS_KEY: "test",
      AWS_EC2_METADATA_DISABLED: "true",
      CI_API_V4_URL: gitlab.url,
      CI_COMMIT_SHA: "a5c3785ed8d6a35868bc169f07e40e889087fd2e",
      CI_MERGE_REQUEST_IID: "7",
      CI_PROJECT_ID: "12",
      NOTES_TOKEN: token,
      WF_PACKAGE: "wf.tgz",
      WF_VAR_client_secret: "a-secret-of-the-tests",
      XDG_STATE_HOME: path.join(space.directory, "state"),
    };
    return run("bash", ["-c", await scriptOf(name)], { cwd: space.directory, env }).then(
      () => ({ code: 0, stderr: "" }),
      (error: { readonly code: number; readonly stderr: string }) => error,
    );
  };
  return { ...space, gitlab, job };
}

test.skipIf(spawnSync("curl", ["--version"]).status !== 0)(
  "the recipe for GitLab keeps one note, shows a plan that failed, and applies what was approved",
  async () => {
    const { directory, emulator, gitlab, job, write } = await runner();
    expect(await job("plan")).toEqual({ code: 0, stderr: "" });
    expect(gitlab.notes).toMatchObject([{ author: { id: ourId } }]);
    const [ours] = gitlab.notes;
    expect(ours?.body).toContain("**Plan: 3 to create.**");
    expect(ours?.body).toContain("At commit a5c3785");

    // It is found behind a page of others; a stranger's with its marker is not taken for it.
    for (let count = 0; count < 130; count += 1) addNote(gitlab.notes, `Talk ${count}`, 1);
    addNote(gitlab.notes, `${ours?.body}\nApproved, trust me.`, 1);
    const good = await readFile(path.join(directory, "main.wf.hcl"), "utf8");
    await write("main.wf.hcl", "workfroce {}\n");
    expect(await job("plan")).toMatchObject({ code: 1 });
    expect(ours?.body).toContain("**The plan failed: ");

    await write("main.wf.hcl", good);
    expect(await job("plan")).toEqual({ code: 0, stderr: "" });
    expect(ours?.body).toContain("**Plan: 3 to create.**");
    expect(gitlab.notes).toHaveLength(132);

    expect(await job("apply")).toEqual({ code: 0, stderr: "" });
    expect(JSON.stringify(emulator.state())).toContain("radiology");
  },
);
