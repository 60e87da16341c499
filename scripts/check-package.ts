import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

// The packed program must run where nothing of this repository is: pack it, install the tarball elsewhere, use it.
const cli = fileURLToPath(new URL("../packages/cli", import.meta.url));
const elsewhere = mkdtempSync(path.join(tmpdir(), "wf-package-"));
const run = (command: string, args: readonly string[], cwd: string): string =>
  execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });

try {
  run("npx", ["--yes", "pnpm@12", "pack", "--pack-destination", elsewhere], cli);
  const tarball = readdirSync(elsewhere).find((name) => name.endsWith(".tgz"));
  if (tarball === undefined) throw new Error("Nothing was packed");
  writeFileSync(path.join(elsewhere, "package.json"), '{ "private": true }\n');
  run("npm", ["install", "--no-audit", "--no-fund", "--offline", path.join(elsewhere, tarball)], elsewhere);
  const installed = readdirSync(path.join(elsewhere, "node_modules")).filter((name) => !name.startsWith("."));
  if (installed.join() !== "@wf")
    throw new Error(`The package brought dependencies: ${installed.join(", ")}`);
  const dist = path.join(elsewhere, "node_modules/@wf/cli/dist");
  const licenses = readFileSync(path.join(dist, "third-party-licenses.txt"), "utf8");
  for (const name of ["chevrotain", "ink", "@aws-sdk/client-sagemaker"])
    if (!licenses.includes(`\n${name} `)) throw new Error(`The license of ${name} is not in the package`);
  const wf = path.join(dist, "wf.js");
  console.log(run(process.execPath, [wf, "version"], elsewhere).trim());
  run(
    process.execPath,
    [wf, "init", "-C", "trial", "--provider", "cognito", "--region", "eu-west-1"],
    elsewhere,
  );
  console.log(run(process.execPath, [wf, "plan", "-C", "trial", "--local"], elsewhere).split("\n").at(-2));
} finally {
  rmSync(elsewhere, { recursive: true, force: true });
}
