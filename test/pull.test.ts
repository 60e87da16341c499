import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { EmulatorSeed } from "@wf/engine/emulator";
import { describe, expect, test } from "vitest";
import { startSts } from "./support/sts-server.ts";
import { workspace } from "./support/workspace.ts";

type RegionSeed = NonNullable<EmulatorSeed["regions"]>[string];
type WorkteamSeed = NonNullable<RegionSeed["workteams"]>[number];

const place = "123456789012/eu-west-1";
const secret = { WF_VAR_client_secret: "Can4ry~in.the-mine" };
const inRegion = ["--region", "eu-west-1"];

const pool = { userPool: "eu-west-1_Wild1ife", clientId: "4example5client6id" };
const cognitoTeam = (name: string, more: Partial<WorkteamSeed> = {}): WorkteamSeed => ({
  name,
  description: `The ${name}`,
  members: [{ kind: "cognito", ...pool, userGroup: name }],
  ...more,
});
const madeInConsole: RegionSeed = {
  workforce: { name: "default", identityProvider: { kind: "cognito", ...pool } },
  workteams: [cognitoTeam("Everyone-in-private-workforce")],
};

/** Every field that there is, and texts that would like to be more than texts. */
const everything: RegionSeed = {
  workforce: {
    name: "radiology-",
    identityProvider: {
      kind: "oidc",
      clientId: 'sage"maker ${client} \\',
      clientSecretSha256: "0".repeat(64),
      issuer: "https://idp.example.com/%{realm}",
      authorizationEndpoint: "https://idp.example.com/authorize",
      tokenEndpoint: "https://idp.example.com/token",
      userInfoEndpoint: "https://idp.example.com/userinfo",
      logoutEndpoint: "https://idp.example.com/logout",
      jwksUri: "https://idp.example.com/jwks",
      scope: "openid profile groups",
      authenticationRequestExtraParams: { for: "${x}", 'a "b"': "%{ if true }" },
    },
    sourceIpCidrs: ["203.0.113.77/24", "2001:DB8:0:0::/32"],
    ipAddressType: "dualstack",
    vpc: { vpcId: "vpc-0a1b", securityGroupIds: ["sg-2", "sg-1"], subnets: ["subnet-1", "subnet-2"] },
    tags: [
      { Key: "cost center", Value: "Röntgen @ Etage 3" },
      { Key: "for", Value: "" },
    ],
  },
  workteams: [
    {
      name: "readers",
      description: 'Reads "first"; } # $${a} ${b} %{c} \\n \u202E \u001B[2J 🩻 cafe\u0301',
      members: [
        { kind: "oidc", groups: ["für-die-🦓", "b$", "${c}", 'd"e'] },
        { kind: "oidc", groups: ["a\\b"] },
      ],
      notificationTopicArn: "arn:aws:sns:eu-west-1:123456789012:reads",
      workerAccess: { sourceIp: "Enabled", vpcSourceIp: "Enabled" },
      tags: [{ Key: "null", Value: "=" }],
    },
  ],
};

const fullHouse: RegionSeed = {
  ...madeInConsole,
  workteams: Array.from({ length: 25 }, (_, index) => cognitoTeam(`team-${index}`)),
};

const withoutOurTags = (text: string): unknown =>
  JSON.parse(text, (key, value: unknown) =>
    key === "tags" && Array.isArray(value)
      ? value.filter((tag: { readonly Key: string }) => !tag.Key.startsWith("wf:"))
      : value,
  );

describe("what was pulled of a region that nobody has written down", () => {
  test.each<readonly [string, RegionSeed, number]>([
    ["one made in the console", madeInConsole, 1],
    ["one with something of everything", everything, 1],
    ["one with as many teams as there can be", fullHouse, 25],
  ])("plans to adopt it, and then to do nothing: %s", async (_, region, teams) => {
    const { wf, write, emulator } = await workspace({}, { state: { regions: { [place]: region } } });
    const before = JSON.stringify(emulator.state());
    const pulled = await wf(["pull", ...inRegion, "--stack", "labeling"]);
    expect(pulled.code).toBe(0);
    await write("main.wf.hcl", pulled.stdout);
    expect(await wf(["fmt", "--check"])).toMatchObject({ code: 0, stdout: "" });

    const plan = await wf(["plan", "--format=json"], { environment: secret });
    const view = JSON.parse(plan.stdout);
    expect(view).toMatchObject({
      outcome: "changes",
      counts: { update: 0, replace: 0, delete: 0, create: 0 },
    });
    const operations: readonly string[] = view.targets[0].steps.map(
      ({ operation }: { readonly operation: string }) => operation,
    );
    expect(operations).toEqual(Array.from({ length: teams + 1 }, () => "AddTags"));

    expect(await wf(["apply", "--auto-approve"], { environment: secret })).toMatchObject({ code: 0 });
    expect(withoutOurTags(JSON.stringify(emulator.state()))).toEqual(withoutOurTags(before));
    const again = await wf(["plan", "--detailed-exitcode"], { environment: secret });
    expect(again.code).toBe(0);
    expect((await wf(["pull", ...inRegion])).stdout).toBe(pulled.stdout);
  });
});

describe("wf pull", () => {
  test("says what to do beside what it prints, and writes a file where it is asked to, never over one", async () => {
    const { wf, directory } = await workspace({}, { state: { regions: { [place]: everything } } });
    const pulled = await wf(["pull", "--out", "imaging/main.wf.hcl"], {
      environment: { AWS_REGION: "eu-west-1" },
    });
    expect(pulled).toMatchObject({ code: 0, stdout: "" });
    expect(pulled.stderr).toBe(`Wrote imaging/main.wf.hcl.
eu-west-1: workforce "radiology-" with 1 work team.
Its owner is to be stack "imaging", after the directory; --stack says another.

Give the client secret, which AWS never shows, as WF_VAR_client_secret in the environment.
Then wf plan -C imaging shows that nothing changes but the tags that name its owner.
`);
    const written = await readFile(path.join(directory, "imaging/main.wf.hcl"), "utf8");
    const again = await wf(["pull", ...inRegion, "--out", "imaging/main.wf.hcl"]);
    expect(again).toMatchObject({ code: 1, stdout: "" });
    expect(again.stderr).toContain("There is such a file already");
    expect(await readFile(path.join(directory, "imaging/main.wf.hcl"), "utf8")).toBe(written);
  });

  test.each<readonly [string, readonly string[], string]>([
    ["where no region is named", [], "--all-regions"],
    ["where a region cannot be one", ["--region", "Europe"], "such as eu-west-1"],
    ["where two ways contradict each other", [...inRegion, "--all-regions"], "Leave one of them out"],
    ["where there is nothing", ["--region", "us-east-1"], "There is no private workforce in us-east-1."],
    ["where there is nothing anywhere", ["--all-regions"], "wf init"],
  ])("prints and writes nothing %s", async (_, args, help) => {
    const { wf, directory } = await workspace();
    const run = await wf(["pull", ...args, "--out", "main.wf.hcl"]);
    expect(run).toMatchObject({ code: 1, stdout: "" });
    expect(run.stderr).toContain(help);
    expect(await readdir(directory)).toEqual([]);
  });

  test("finds what is anywhere, and says whose it is", async () => {
    const tags = [{ Key: "wf:stack", Value: "biology" }];
    const { workforce, workteams } = madeInConsole;
    const owned: RegionSeed = {
      workforce: workforce && { ...workforce, tags },
      ...(workteams && { workteams }),
    };
    const regions = { [place]: owned, "123456789012/us-east-1": { ...everything } };
    const { wf, write } = await workspace({}, { state: { regions } });
    const mine = await wf(["pull", "--all-regions", "--stack", "labeling"]);
    expect(mine.stderr).toContain(
      'Warning: eu-west-1, workforce "default": Owned by stack "biology": wf plan refuses, unless with',
    );
    await write("main.wf.hcl", mine.stdout);
    const refused = await wf(["plan"], { environment: secret });
    expect(refused.code).toBe(1);
    expect(refused.stdout).toContain("--take-over");

    const theirs = await wf(["pull", ...inRegion, "--region", "us-west-2"]);
    expect(theirs.stdout).toContain('stack            = "biology"');
    expect(theirs.stderr).toContain('Warning: Stack "biology" owns this already');
    expect(theirs.stderr).toContain("us-west-2: there is no workforce.\n");
  });

  test("says what the language does not take of what AWS holds", async () => {
    const region: RegionSeed = { ...madeInConsole, workteams: [cognitoTeam("vets", { description: "" })] };
    const { wf } = await workspace({}, { state: { regions: { [place]: region } } });
    const run = await wf(["pull", ...inRegion]);
    expect(run.code).toBe(1);
    expect(run.stdout).toContain('description = ""');
    expect(run.stderr).toContain("one line of 1 to 200 characters");
  });

  test("takes a profile, in whose region it looks, and whose account alone may then plan", async () => {
    const { wf, write } = await workspace(
      {
        config: "[profile field.work]\nregion = eu-west-1\n",
        credentials: "[field.work]\naws_access_key_id = 123456789012\naws_secret_access_key = x\n",
      },
      { state: { regions: { [place]: madeInConsole } } },
    );
    const environment = {
      AWS_CONFIG_FILE: "config",
      AWS_SHARED_CREDENTIALS_FILE: "credentials",
      AWS_ACCESS_KEY_ID: "999999999999",
    };
    const pulled = await wf(["pull", "--profile", "field.work"], { environment });
    expect(pulled.stdout).toContain(
      'account "field-work" {\n  profile             = "field.work"\n  allowed_account_ids = ["123456789012"]\n}\n',
    );
    await write("main.wf.hcl", pulled.stdout);
    const sts = await startSts({ account: "999999999999" });
    const elsewhere = await wf(["plan"], { environment: { ...environment, AWS_ENDPOINT_URL_STS: sts.url } });
    expect(elsewhere.code).toBe(1);
    expect(elsewhere.stderr).toContain("which its allowed_account_ids leave out");
  });
});
