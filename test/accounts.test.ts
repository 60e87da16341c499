import { once } from "node:events";
import { createServer } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { workspace } from "./support/workspace.ts";

const account = "123456789012";

/** As much of STS as answers GetCallerIdentity; resolves to its address. */
async function startSts(): Promise<string> {
  const server = createServer((_, response) => {
    response.setHeader("content-type", "text/xml");
    response.end(
      `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Account>${account}</Account><Arn>arn:aws:iam::${account}:user/ranger</Arn><UserId>AIDA</UserId></GetCallerIdentityResult></GetCallerIdentityResponse>`,
    );
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("STS has no port");
  return `http://127.0.0.1:${address.port}`;
}

const configuration = (allowed: string) => `wf {
  stack = "wildlife"
}
account "field" {
  allowed_account_ids = ["${allowed}"]
}
workforce "wildlife" {
  account = account.field
  region  = "eu-west-1"
  cognito_config {
    user_pool = "eu-west-1_W"
    client_id = "c"
  }
}
`;

test("credentials of an account that is allowed may plan", async () => {
  const environment = { AWS_ENDPOINT_URL_STS: await startSts() };
  const { wf } = await workspace({ "main.wf.hcl": configuration(account) });
  expect(await wf(["apply", "--auto-approve"], { environment })).toMatchObject({ code: 0, stderr: "" });
});

test("credentials of another account are refused before anything is read", async () => {
  const environment = { AWS_ENDPOINT_URL_STS: await startSts() };
  const { wf, emulator } = await workspace({ "main.wf.hcl": configuration("999999999999") });
  const run = await wf(["apply", "--auto-approve"], { environment });
  expect(run).toMatchObject({ code: 1, stdout: "" });
  expect(run.stderr).toContain(`belong to account ${account}`);
  expect(run.stderr).toContain("999999999999");
  expect(emulator.calls()).toEqual([]);
});

test("an account that cannot be asked is told like any other trouble with AWS", async () => {
  const environment = { AWS_ENDPOINT_URL_STS: "http://127.0.0.1:9" };
  const { wf, emulator } = await workspace({ "main.wf.hcl": configuration(account) });
  const run = await wf(["plan"], { environment });
  expect(run).toMatchObject({ code: 1, stdout: "" });
  expect(run.stderr).toContain("[endpoint-unreachable]");
  expect(emulator.calls()).toEqual([]);
});
