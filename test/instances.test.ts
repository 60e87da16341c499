import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import * as z from "zod";
import { runTroubled } from "./support/run-troubled.ts";
import { cognito, stack } from "./support/wildlife.ts";
import { workspace, type Workspace } from "./support/workspace.ts";

const regions = ["eu-west-1", "us-east-1"];
const approved = ["apply", "--auto-approve", "--allow-delete"];

const oidc = `oidc_config {
    client_id              = "sagemaker"
    client_secret          = "a-secret-of-the-tests"
    issuer                 = "https://idp.example.com"
    authorization_endpoint = "https://idp.example.com/authorize"
    token_endpoint         = "https://idp.example.com/token"
    user_info_endpoint     = "https://idp.example.com/userinfo"
    logout_endpoint        = "https://idp.example.com/logout"
    jwks_uri               = "https://idp.example.com/jwks"
  }`;

const birds = `workforce "birds" {
  for_each = toset(${JSON.stringify(regions)})
  region   = each.value
  ${oidc}
}
`;
const fish = `workforce "fish" {
  region = "eu-central-1"
  ${cognito("eu-central-1")}
}
`;

async function applied(): Promise<Workspace> {
  const space = await workspace({ "main.wf.hcl": `${stack}${birds}${fish}` });
  expect(await space.wf(approved)).toMatchObject({ code: 0 });
  return space;
}

const planView = z.object({ targets: z.array(z.object({ address: z.string(), action: z.string() })) });

async function planned({ wf }: Workspace, ...options: readonly string[]): Promise<readonly string[]> {
  const run = await wf(["plan", "--format=json", ...options]);
  expect(run.code).toBe(0);
  return planView.parse(JSON.parse(run.stdout)).targets.map(({ action, address }) => `${action} ${address}`);
}

const both = (action: string): readonly string[] =>
  regions.map((key) => `${action} workforce.birds["${key}"]`);

test("the address of a block with for_each stands for all its workforces, wherever one may be given", async () => {
  const space = await applied();
  const others = "none workforce.fish";
  expect(await planned(space, "--target=workforce.birds")).toEqual(both("none"));
  expect(await planned(space, "--replace=workforce.birds")).toEqual([...both("replace"), others]);
  expect(await planned(space, "--rewrite-secret=workforce.birds")).toEqual([...both("update"), others]);
  expect(await planned(space, '--target=workforce.birds["us-east-1"]', "--target=workforce.birds")).toEqual(
    both("none"),
  );
  expect(await space.wf(["plan", "--target=workforce.bird"])).toMatchObject({ code: 1, stdout: "" });
});

test("a saved plan of a block is of the workforces that it had", async () => {
  const space = await applied();
  await planned(space, "--target=workforce.birds", "--replace=workforce.birds", "--out=plan.json");
  const saved: unknown = JSON.parse(await readFile(path.join(space.directory, "plan.json"), "utf8"));
  const addresses = regions.map((key) => `workforce.birds["${key}"]`);
  expect(saved).toMatchObject({ options: { targets: addresses, replace: addresses } });
  expect(await space.wf(["apply", "plan.json"])).toMatchObject({ code: 0, stderr: "" });
});

test("a replacement of a block that was killed goes on, and replaces nothing twice", async () => {
  const space = await applied();
  const { directory, emulator, wf } = space;
  const replace = [...approved, "--replace=workforce.birds", "--parallelism=1"];
  await runTroubled(replace, { kind: "kill-after", call: 3 }, { directory, endpoint: emulator.url });
  const before = emulator.calls().length;
  expect(await wf(["recover", "--continue", "--auto-approve", "--allow-delete"])).toMatchObject({ code: 0 });
  const calls = emulator.calls().map(({ operation }) => operation);
  const whole = calls.filter((operation) => operation === "DeleteWorkforce");
  expect(calls.length).toBeGreaterThan(before);
  expect(whole).toHaveLength(regions.length);
});
