import { spawnSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { type Shell, shells } from "../packages/cli/src/completion/shells.ts";
import { runWf } from "./support/run-wf.ts";
import { temporaryDirectory } from "./support/workspace.ts";

/** What bash offers at the end of a line, as Readline would split it. */
function offered(script: string, directory: string, words: readonly string[]): readonly string[] {
  const line = words.map((word) => `'${word}'`).join(" ");
  const ask = `
set -eu
${script}
COMP_WORDS=(wf ${line}); COMP_CWORD=${words.length}
_wf || true
printf '%s\\n' "\${COMPREPLY[@]:-}"`;
  const run = spawnSync("bash", ["--norc", "-c", ask], { cwd: directory, encoding: "utf8" });
  expect(run.stderr.replaceAll(/^.*compopt: not currently executing.*\n/gm, "")).toBe("");
  return run.stdout.split("\n").filter((each) => each !== "");
}

describe("bash completes", () => {
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ["commands", ["d"], ["destroy", "doctor", "drift"]],
    ["commands after an option of the program", ["--local", "-C", "stacks", "out"], ["output"]],
    ["options of a command", ["plan", "--d"], ["--destroy", "--detailed-exitcode", "--deny"]],
    ["options of the program after a command", ["plan", "--lo"], ["--local"]],
    ["what an option takes", ["plan", "--format", "m"], ["markdown"]],
    ["the same behind an equals sign", ["plan", "--format", "="], ["text", "markdown", "json"]],
    ["the same, begun", ["plan", "--format", "=", "j"], ["json"]],
    ["the names of checks", ["apply", "--skip-preflight", "vpc-"], ["vpc-subnets", "vpc-security-groups"]],
    ["what a gate denies", ["plan", "--deny", "=", "re"], ["replacements"]],
    [
      "options behind a value",
      ["plan", "--format", "=", "json", "--out", "plan.json", "--rec"],
      ["--recursive"],
    ],
    ["directories, with what is odd in their names", ["-C", "s"], ["stacks", "some where"]],
    ["directories as arguments", ["plan", "st"], ["stacks"]],
    ["shells", ["completion", ""], ["bash", "zsh", "fish"]],
    ["no words where a file belongs", ["show", ""], []],
    ["no words where only the user knows", ["plan", "--var", ""], []],
    ["nothing of what is typed as a command", ["$(touch hacked)", "--l"], ["--local"]],
  ];
  test("what the program takes", async () => {
    const directory = await temporaryDirectory();
    await Promise.all(["stacks", "some where"].map(async (each) => mkdir(path.join(directory, each))));
    await writeFile(path.join(directory, "plan.json"), "{}");
    const { code, stdout } = await runWf(["completion", "bash"]);
    expect(code).toBe(0);
    for (const [what, words, expected] of cases)
      expect([what, offered(stdout, directory, words).toSorted()]).toEqual([what, expected.toSorted()]);
    expect(offered(stdout, directory, ["-C", "hack"])).toEqual([]);
  });
});

/** Whether a shell is here; zsh and fish are on no machine of CI. */
const has = (shell: string): boolean => spawnSync(shell, ["--version"]).status === 0;

const readers = { bash: ["-n"], zsh: ["-n"], fish: ["--no-execute"] } satisfies Readonly<
  Record<Shell, readonly string[]>
>;

describe.each(shells)("the script of %s", (shell) => {
  test("knows the commands, and what an option takes", async () => {
    const { code, stdout } = await runWf(["completion", shell]);
    expect(code).toBe(0);
    expect(stdout).toContain("recover");
    expect(stdout).toContain("deletes replacements warnings");
  });

  test.runIf(has(shell))("is read by the shell", async () => {
    const { stdout } = await runWf(["completion", shell]);
    const file = path.join(await temporaryDirectory(), "completion");
    await writeFile(file, stdout);
    const read = spawnSync(shell, [...readers[shell], file], { encoding: "utf8" });
    expect(read).toMatchObject({ status: 0, stderr: "" });
  });
});

test("there is a script of no other shell", async () => {
  const run = await runWf(["completion", "tcsh"]);
  expect(run).toMatchObject({ code: 1, stdout: "" });
  expect(run.stderr).toContain("bash, zsh, fish");
});
