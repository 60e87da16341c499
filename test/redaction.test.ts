import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { FaultSeed } from "@wf/engine/emulator";
import { runTroubled } from "./support/run-troubled.ts";
import { workspace, type Workspace } from "./support/workspace.ts";

/** The client secret, and a text that only an environment variable holds and that travels into a team and a tag. */
const secret = "Can4ry~in.the-mine";
const text = "Goldfinch.in-the-shaft";
const environment = { WF_VAR_client_secret: secret, SHIFT: text };
const approved = ["apply", "--auto-approve", "--allow-delete"];

const radiology = `
wf {
  stack = "labeling"
}
variable "client_secret" {
  type      = string
  sensitive = true
}
variable "name" {
  type    = string
  default = "radiology"
}
workforce "radiology" {
  region = "us-east-1"
  name   = var.name
  oidc_config {
    client_id              = "sagemaker"
    client_secret          = var.client_secret
    issuer                 = "https://idp.example.com"
    authorization_endpoint = "https://idp.example.com/authorize"
    token_endpoint         = "https://idp.example.com/token"
    user_info_endpoint     = "https://idp.example.com/userinfo"
    logout_endpoint        = "https://idp.example.com/logout"
    jwks_uri               = "https://idp.example.com/jwks"
  }
  tags = { shift = env("SHIFT") }
  workteam "readers" {
    description = join(" ", ["Reads:", env("SHIFT")])
    groups      = ["radiology-readers"]
  }
}
output "shift" {
  value     = env("SHIFT")
  sensitive = true
}
`;

let space: Workspace;
const said: string[] = [];

/** Runs a command and keeps what it says. */
async function wf(
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<number | null> {
  const run = await space.wf(args, { environment: { ...environment, ...more } });
  said.push(run.stdout, run.stderr);
  return run.code;
}

async function everyFile(): Promise<readonly string[]> {
  const entries = await readdir(space.directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(files.map(async (entry) => readFile(path.join(entry.parentPath, entry.name), "utf8")));
}

/** AWS's texts quote what they refuse. */
const quoting = (operation: string): FaultSeed => ({
  operation,
  fault: {
    kind: "validation",
    message: `1 validation error detected: Value '${secret}' at 'oidcConfig.clientSecret' failed to satisfy constraint; Reads: ${text}; shift=${text}`,
  },
});

/** Kills an apply after a call. */
async function killed(args: readonly string[], call: number): Promise<void> {
  const { directory, emulator } = space;
  const trouble = { kind: "kill-after", call } as const;
  const { run } = await runTroubled(args, trouble, { directory, endpoint: emulator.url, environment });
  said.push(run.stdout, run.stderr);
}

describe("a secret", () => {
  test(
    "is in nothing that any command says, and in no file that any leaves",
    { timeout: 120_000 },
    async () => {
      space = await workspace({ "main.wf.hcl": radiology });
      const { emulator } = space;
      for (const format of ["text", "json"]) {
        await wf(["validate", "--format", format]);
        await wf(["plan", "--format", format]);
      }
      expect(await wf(["plan", "--out", "plan.json"])).toBe(0);
      await wf(["show", "plan.json"]);
      await wf(["show", "plan.json", "--json"]);

      emulator.setFaults([quoting("CreateWorkforce")]);
      expect(await wf(["apply", "plan.json"])).toBe(1);
      emulator.setFaults([quoting("CreateWorkteam")]);
      expect(await wf([...approved, "--json"])).toBe(1);
      expect(await wf(approved)).toBe(0);

      // What is live is not secret: pull prints it, and a variable in place of the secret.
      const pulled = await space.wf(["pull", "--region", "us-east-1"], { environment });
      expect(pulled).toMatchObject({ code: 0, stdout: expect.stringContaining("var.client_secret") });
      expect(`${pulled.stdout}${pulled.stderr}`).not.toContain(secret);

      emulator.setFaults([quoting("UpdateWorkforce")]);
      const rotated = { WF_VAR_client_secret: `${secret}-2` };
      await wf(["plan", "--json"], rotated);
      expect(await wf(approved, rotated)).toBe(1);
      expect(await wf(approved)).toBe(0);

      await killed([...approved, "--var", "name=x-rays"], 3);
      await wf(["runs"]);
      await wf(["runs", "--json"]);
      await wf(["recover", "--rollback", "--auto-approve", "--allow-delete"]);
      expect(await wf(["recover", "--auto-approve", "--allow-delete", "--var", "name=x-rays"])).toBe(0);

      await wf(["plan", "--destroy"]);
      expect(await wf(["destroy", "--auto-approve", "--allow-delete"])).toBe(0);

      const all = said.join("\n");
      expect(all).toContain("(sensitive value)");
      expect(all).toContain("failed to satisfy constraint");
      for (const canary of [secret, text]) {
        expect(all).not.toContain(canary);
        for (const content of await everyFile()) expect(content).not.toContain(canary);
      }
    },
  );

  test.each([
    [
      "written out in the configuration",
      { "main.wf.hcl": radiology.replace("var.client_secret", `"${secret}\\n"`) },
    ],
    [
      "in a file of values that has a mistake",
      {
        "main.wf.hcl": radiology,
        "wf.wfvars.hcl": `client_secret = ["${secret}"]\nnaem = "x" "${secret}"\n`,
      },
    ],
  ])("%s is not shown beside what is wrong", async (_, files) => {
    const { wf: run } = await workspace(files);
    for (const format of ["text", "json"]) {
      const outcome = await run(["validate", "--format", format], { environment: { SHIFT: text } });
      expect(outcome.code).toBe(1);
      expect(`${outcome.stdout}${outcome.stderr}`).not.toContain(secret);
    }
  });
});
