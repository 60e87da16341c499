import { spawn } from "node:child_process";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { root } from "./support/run-wf.ts";
import { exampleWorkspace, type Workspace } from "./support/workspace.ts";

const wf = path.join(root, "packages/cli/dist/wf.js");

/** The program on a terminal: keys go in, and what the screen was sent comes out without its control sequences. */
interface Terminal {
  readonly type: (keys: string) => void;
  /** Resolves when the text has been shown; fails with the screen after ten seconds. */
  readonly shows: (text: string) => Promise<void>;
  readonly ended: Promise<number | null>;
  readonly screen: () => string;
}

/** `script` gives the program a terminal, and is on every Linux. */
function onTerminal({ directory, emulator }: Workspace, ...args: readonly string[]): Terminal {
  const command = [process.execPath, wf, ...args].map((part) => `'${part}'`).join(" ");
  const child = spawn(
    "script",
    ["--quiet", "--return", "--flush", "--command", `stty cols 100 rows 40; ${command}`, "/dev/null"],
    {
      cwd: directory,
      env: {
        PATH: process.env["PATH"],
        HOME: directory,
        TERM: "xterm-256color",
        AWS_ENDPOINT_URL_SAGEMAKER: emulator.url,
        AWS_ACCESS_KEY_ID: "123456789012",
        AWS_SECRET_ACCESS_KEY: "test",
        WF_VAR_client_secret: "a-secret-of-the-tests",
      },
    },
  );
  onTestFinished(() => void child.kill("SIGKILL"));
  let sent = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => (sent += chunk));
  const screen = (): string => stripVTControlCharacters(sent);
  return {
    type: (keys) => void child.stdin.write(keys),
    shows: async (text) => {
      const deadline = Date.now() + 10_000;
      while (!screen().includes(text)) {
        if (Date.now() > deadline) throw new Error(`${JSON.stringify(text)} was not shown:\n${screen()}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    ended: new Promise((resolve) => child.on("close", resolve)),
    screen,
  };
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 150));

test("a creation asks for yes, shows the run and ends with the addresses", async () => {
  const space = await exampleWorkspace("oidc");
  const terminal = onTerminal(space, "apply");
  await terminal.shows('Only "yes" is taken as approval.');
  expect(space.emulator.calls().some((call) => call.operation === "CreateWorkforce")).toBe(false);
  terminal.type("yes");
  await pause();
  terminal.type("\r");
  expect(await terminal.ended).toBe(0);
  expect(terminal.screen()).toContain("Apply complete: 1 region, 4 steps");
  expect(terminal.screen()).toContain("redirect URI");
  expect(terminal.screen()).not.toContain("a-secret-of-the-tests");
});

test("a replacement wants the live workforce's name, not yes", async () => {
  const space = await exampleWorkspace("oidc");
  await space.wf(["apply", "--auto-approve"], {
    environment: { WF_VAR_client_secret: "a-secret-of-the-tests" },
  });
  const before = JSON.stringify(space.emulator.state());
  const refused = onTerminal(space, "apply", "--var", "name=radiology-2");
  await refused.shows("Only its name, radiology, is taken as approval.");
  refused.type("yes");
  await pause();
  refused.type("\r");
  expect(await refused.ended).toBe(1);
  expect(refused.screen()).toContain("Nothing was changed.");
  expect(JSON.stringify(space.emulator.state())).toBe(before);

  const approved = onTerminal(space, "apply", "--var", "name=radiology-2");
  await approved.shows("Only its name, radiology, is taken as approval.");
  approved.type("radiology");
  await pause();
  approved.type("\r");
  expect(await approved.ended).toBe(0);
  expect(space.emulator.state().regions["123456789012/us-east-1"]?.workforce?.name).toBe("radiology-2");
});

test.each([
  ["Escape", "\u001b"],
  ["Ctrl-C", "\u0003"],
  ["a pasted yes with its line break", "yes\r"],
])("%s leaves everything untouched", async (_, keys) => {
  const space = await exampleWorkspace("oidc");
  const terminal = onTerminal(space, "apply");
  await terminal.shows('Only "yes" is taken as approval.');
  terminal.type(keys);
  await pause();
  terminal.type("\u0003");
  expect(await terminal.ended).toBe(1);
  expect(space.emulator.calls().every((call) => call.operation.startsWith("List"))).toBe(true);
});

test("Ctrl-C during a run finishes the call under way, stops, and says how to go on", async () => {
  const space = await exampleWorkspace("oidc");
  space.emulator.setFaults([{ operation: "CreateWorkforce", fault: { kind: "delay", milliseconds: 1500 } }]);
  const terminal = onTerminal(space, "apply", "--auto-approve");
  await terminal.shows("Ctrl-C finishes the running calls");
  const created = (): boolean => space.emulator.calls().some((call) => call.operation === "CreateWorkforce");
  while (!created()) await pause();
  terminal.type("\u0003");
  expect(await terminal.ended).toBe(1);
  expect(space.emulator.calls().filter((call) => call.operation.startsWith("Create"))).toHaveLength(1);
  expect(terminal.screen()).toContain("wf apply");
});

test("the console evaluates what is typed, over several lines, goes on after a mistake, and remembers", async () => {
  const space = await exampleWorkspace("oidc");
  const terminal = onTerminal(space, "console");
  await terminal.shows("> ");
  terminal.type("max(\r");
  await pause();
  terminal.type("40 + 2, 1)\r");
  await terminal.shows("\n42");
  terminal.type("nobody\r");
  await terminal.shows("[unknown-reference]");
  terminal.type("var.client_secret\r");
  await terminal.shows("(sensitive value)");
  terminal.type("[1\u0003");
  await pause();
  terminal.type("exit\r");
  expect(await terminal.ended).toBe(0);
  const again = onTerminal(space, "console");
  await again.shows("> ");
  again.type("\u001b[A");
  await again.shows("var.client_secret");
  again.type("\u0003\u0004");
  expect(await again.ended).toBe(0);
});
