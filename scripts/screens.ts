import { execFile, execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startEmulator } from "@wf/engine/emulator";
import { screenSvg, themes } from "./screens/screen-svg.ts";
import { fleet } from "./screens/fleet.ts";

/** Writes the pictures of docs/terminal.md: the built program in tmux, driven by keys, in a light and a dark theme. */
const root = fileURLToPath(new URL("..", import.meta.url));
const bin = path.join(root, "packages/cli/dist/wf.js");
const directory = await mkdtemp(path.join(tmpdir(), "wf-screens-"));
const emulator = await startEmulator();
const columns = 96;
let server = 0;

function tmux(...words: readonly string[]): string {
  const all = ["-L", `wf-screens-${process.pid}-${server}`, "-f", "/dev/null", "-u", ...words];
  return execFileSync("tmux", all, { encoding: "utf8", cwd: directory, env: environment });
}

const environment = {
  PATH: process.env["PATH"],
  LANG: "C.UTF-8",
  AWS_ENDPOINT_URL_SAGEMAKER: emulator.url,
  AWS_ACCESS_KEY_ID: "123456789012",
  AWS_SECRET_ACCESS_KEY: "demo",
};

async function start(rows: number, ...args: readonly string[]): Promise<void> {
  server += 1;
  const settings = ["set -g default-terminal tmux-256color", "set -g status off", "set -g remain-on-exit on"];
  const prepared = ["start-server", ...settings].flatMap((command) => command.split(" ").concat(";"));
  const size = ["-x", `${columns}`, "-y", `${rows}`];
  tmux(...prepared, "new-session", "-d", ...size, process.execPath, bin, ...args);
}

async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function shows(text: string): Promise<void> {
  for (let tries = 0; !tmux("capture-pane", "-p").includes(text); tries += 1) {
    if (tries > 200) throw new Error(`${JSON.stringify(text)} is not shown:\n${tmux("capture-pane", "-p")}`);
    await pause(50);
  }
}

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    tmux("send-keys", key);
    await pause(80);
  }
}

/** A question is read before it is answered. */
async function answer(text: string): Promise<void> {
  await pause(400);
  await press(...text.split(""), "Enter");
}

/** Takes the picture of what is on the screen. */
async function take(name: string): Promise<void> {
  const screen = tmux("capture-pane", "-p", "-e").replace(/^.*Pane is dead.*$/m, "");
  for (const [theme, colors] of Object.entries(themes)) {
    await writeFile(
      path.join(root, `docs/pictures/${name}-${theme}.svg`),
      screenSvg(screen, columns, colors),
    );
  }
  console.log(`docs/pictures/${name}-*.svg`);
}

try {
  await writeFile(path.join(directory, "main.wf.hcl"), fleet);
  // The emulator answers from this process, which must not wait.
  const made = ["eu-west-1", "sa-east-1"].flatMap((region) => ["--target", `workforce.traps["${region}"]`]);
  await promisify(execFile)(process.execPath, [bin, "apply", "--auto-approve", ...made], {
    cwd: directory,
    env: environment,
  });
  await start(26, "apply", "--var", "name=camera-traps");
  await shows("Only its name");
  await press("Tab");
  await shows("? keys");
  await press("j", "x", "j", "Enter", "j");
  await pause(200);
  await take("browser");
  await press("q");
  await shows("Only its name");
  await take("question");
  emulator.setFaults([
    { operation: "CreateWorkforce", times: 2, fault: { kind: "delay", milliseconds: 6000 } },
    { operation: "CreateWorkteam", times: 2, fault: { kind: "throttle" } },
  ]);
  await answer("traps");
  await shows("(2 of 2)");
  await answer("traps");
  await shows("0:02");
  await take("running");
  await shows("Apply complete");
  await take("done");
} finally {
  for (let each = 1; each <= server; each += 1) {
    server = each;
    tmux("kill-server");
  }
  await emulator.close();
  await rm(directory, { recursive: true, force: true });
}
