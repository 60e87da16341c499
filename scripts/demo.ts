import { spawn } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { startEmulator } from "@wf/engine/emulator";

const root = fileURLToPath(new URL("..", import.meta.url));
const bin = path.join(root, "packages/cli/dist/wf.js");
const directory = await mkdtemp(path.join(tmpdir(), "wf-demo-"));
const emulator = await startEmulator();
const ran: string[] = [];
const environment = {
  AWS_ENDPOINT_URL_SAGEMAKER: emulator.url,
  AWS_ACCESS_KEY_ID: "123456789012",
  AWS_SECRET_ACCESS_KEY: "demo",
  WF_VAR_client_secret: "not-a-real-secret",
};

/** Runs one command of the story, as a person at a shell would. */
async function step(why: string, ...args: readonly string[]): Promise<void> {
  const typed = ["wf", ...args].join(" ");
  ran.push(typed);
  console.log(`\n── ${why}\n$ ${typed}\n`);
  const child = spawn(process.execPath, [bin, ...args], {
    cwd: directory,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject).on("close", resolve);
  });
  if (code !== 0) throw new Error(`${typed} ended with exit code ${code}`);
}

try {
  await cp(path.join(root, "examples/oidc"), directory, { recursive: true });
  console.log(`A region on this machine at ${emulator.url}; the configuration is a copy of examples/oidc.`);
  await step("What would happen in an empty region?", "plan");
  await step("Make it so.", "apply", "--auto-approve");
  await step("The live region is the state, so a second plan reads it and finds nothing to do.", "plan");
  const renamed = "--var=name=radiology-2";
  await step("A workforce cannot be renamed: the plan says what that costs the workers.", "plan", renamed);
  await step(
    "Deleting something live needs a second word.",
    "apply",
    renamed,
    "--auto-approve",
    "--allow-delete",
  );
  await step("Clean up.", "destroy", renamed, "--auto-approve", "--allow-delete");
  console.log(`
── What ran
To type it yourself, on a region that is kept in examples/oidc/.wf/local.json (--local instead of AWS):

  alias wf='"${path.join(root, "node_modules/.bin/node")}" "${bin}" --local -C "${path.join(root, "examples/oidc")}"'
  export WF_VAR_client_secret=not-a-real-secret
${ran.map((typed) => `  ${typed}`).join("\n")}`);
} finally {
  await emulator.close();
  await rm(directory, { recursive: true, force: true });
}
