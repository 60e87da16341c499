import { describe, expect, test } from "vitest";
import { startCognito } from "./support/cognito-server.ts";
import { startIam } from "./support/iam-server.ts";
import { startSts } from "./support/sts-server.ts";
import { exampleWorkspace, workspace } from "./support/workspace.ts";

const account = "123456789012";
const pools = {
  pools: { "eu-west-1_Wild1ife": { domain: "savanna", clients: { "4example5client6id": { secret: "s" } } } },
};

/** The text in one line, as long as it may be. */
function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}

/** The checks of a run by name, with what came of them. */
function outcomes(stdout: string): Record<string, string> {
  const { checks }: { checks: { check: string; outcome: string }[] } = JSON.parse(stdout);
  return Object.fromEntries(checks.map(({ check, outcome }) => [check, outcome]));
}

describe("wf doctor", () => {
  test("asks everything that a run needs, and finds it as it must be", async () => {
    const { wf } = await exampleWorkspace("cognito");
    const [sts, iam, cognito] = await Promise.all([startSts({ account }), startIam({}), startCognito(pools)]);
    const environment = {
      AWS_ENDPOINT_URL_STS: sts.url,
      AWS_ENDPOINT_URL_IAM: iam.url,
      AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: cognito.url,
    };
    const run = await wf(["doctor"], { environment });
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toContain(`Account ${account}, as arn:aws:iam::${account}:user/ranger`);
    expect(run.stdout).toContain("SageMaker answers; there is no private workforce.");
    expect(run.stdout).toMatch(/7 checks passed; 1 skipped\.\n$/);
    expect(iam.asked.map(({ "ResourceArns.member.1": resource }) => resource)).toEqual([
      `arn:aws:sagemaker:eu-west-1:${account}:workforce/wildlife`,
      `arn:aws:sagemaker:eu-west-1:${account}:workteam/private-crowd/spotters`,
    ]);
    expect((await wf(["apply", "--auto-approve"])).code).toBe(0);
    const again = await wf(["doctor", "--json"], { environment });
    expect(outcomes(again.stdout)).toMatchObject({ region: "passed", tags: "passed", permissions: "passed" });
    expect(JSON.parse(again.stdout)).toMatchObject({ format_version: "1.0", outcome: "passed", failed: 0 });
  });

  test("fails where something is not, and says what to do", async () => {
    const { wf } = await exampleWorkspace("cognito");
    const [sts, iam, cognito] = await Promise.all([
      startSts({ account }),
      startIam({ denied: ["sagemaker:DeleteWorkforce"] }),
      startCognito({ pools: {} }),
    ]);
    const run = await wf(["doctor"], {
      environment: {
        AWS_ENDPOINT_URL_STS: sts.url,
        AWS_ENDPOINT_URL_IAM: iam.url,
        AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: cognito.url,
      },
    });
    expect(run.code).toBe(1);
    expect(inOneLine(run.stdout)).toContain("not allowed: sagemaker:DeleteWorkforce");
    expect(inOneLine(run.stdout)).toContain('There is no user pool "eu-west-1_Wild1ife" in eu-west-1.');
  });

  test("asks nothing in the name of credentials that AWS does not take", async () => {
    const { wf, emulator } = await exampleWorkspace("cognito");
    const sts = await startSts({ account, error: "ExpiredToken" });
    const run = await wf(["doctor"], { environment: { AWS_ENDPOINT_URL_STS: sts.url } });
    expect(run.code).toBe(1);
    expect(run.stdout).toContain("The AWS credentials have expired");
    expect(run.stdout).toContain("aws sso login");
    expect(run.stdout).toContain("There are no credentials that AWS takes.");
    expect(emulator.calls()).toEqual([]);
  });

  test("says whose role cannot be taken on, and looks at the other account all the same", async () => {
    const sts = await startSts({ account });
    const { wf, write, emulator } = await workspace();
    const workforceOf = (name: string, region: string): string => `
workforce "${name}" {
  account = account.${name}
  region  = "${region}"
  manage  = "teams"
}
account "${name}" {
  ${name === "vets" ? 'assume_role { role_arn = "arn:aws:iam::123456789012:role/vets" }' : 'allowed_account_ids = ["123456789012"]'}
  endpoints {
    sagemaker = "${emulator.url}"
    sts       = "${sts.url}"
  }
}
`;
    await write(
      "main.wf.hcl",
      `wf {\n  stack = "x"\n}\n${workforceOf("vets", "eu-west-1")}${workforceOf("rangers", "us-east-1")}`,
    );
    const run = await wf(["doctor", "--json"]);
    expect(run).toMatchObject({ code: 1, stderr: "" });
    const { checks }: { checks: { check: string; account?: string; outcome: string }[] } = JSON.parse(
      run.stdout,
    );
    const told = checks.map((each) => `${each.account} ${each.check}: ${each.outcome}`);
    expect(told).toContain("vets credentials: failed");
    expect(told).toContain("vets region: skipped");
    expect(told).toContain("rangers credentials: passed");
    expect(told).toContain("rangers allowed-account: passed");
    expect(told).toContain("rangers region: passed");
  });

  test("tells a permission that could not be looked into from one that lacks", async () => {
    const { wf } = await exampleWorkspace("cognito");
    const [sts, iam] = await Promise.all([startSts({ account }), startIam({ error: "AccessDenied" })]);
    const environment = { AWS_ENDPOINT_URL_STS: sts.url, AWS_ENDPOINT_URL_IAM: iam.url };
    const run = await wf(["doctor", "--json"], { environment });
    expect(run.code).toBe(0);
    expect(outcomes(run.stdout)).toMatchObject({ credentials: "passed", permissions: "not-made" });
    expect(
      outcomes((await wf(["doctor", "--json", "--read-only"], { environment })).stdout),
    ).not.toHaveProperty("permissions");
  });

  test("looks at what is known where a secret is not at hand", async () => {
    const { wf } = await exampleWorkspace("oidc");
    const run = await wf(["doctor", "--json"]);
    expect(run.code).toBe(1);
    expect(outcomes(run.stdout)).toMatchObject({
      configuration: "passed",
      variables: "failed",
      "client-secret": "skipped",
      region: "passed",
    });
    expect(run.stdout).toContain("WF_VAR_client_secret");
  });

  test("works without a configuration, and with one that is not valid", async () => {
    const bare = await workspace();
    expect(outcomes((await bare.wf(["doctor", "--json", "--region", "eu-west-1"])).stdout)).toEqual({
      configuration: "skipped",
      credentials: "skipped",
      region: "passed",
      tags: "skipped",
    });
    const nowhere = await bare.wf(["doctor"], { environment: { AWS_REGION: "" } });
    expect(inOneLine(nowhere.stdout)).toContain("no region is named: only credentials are looked at");
    const broken = await workspace({ "main.wf.hcl": 'wf {\n  stak = "x"\n}\n' });
    const run = await broken.wf(["doctor", "--local"]);
    expect(run.code).toBe(1);
    expect(inOneLine(run.stdout)).toContain("Run wf validate");
  });
});
