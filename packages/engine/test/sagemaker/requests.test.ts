import type { IncomingHttpHeaders, ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { type SagemakerAccount, sagemakerAccount } from "../../src/adapters/sagemaker/index.ts";
import type { Region } from "../../src/ports.ts";
import { startHttp } from "../../../../test/support/listen.ts";

/** A region whose requests are kept, each answered by the first answer that is left, or with an empty list. */
async function regionOf(answers: readonly ((response: ServerResponse) => void)[]): Promise<{
  readonly account: SagemakerAccount;
  readonly region: Region;
  readonly requests: readonly { readonly headers: IncomingHttpHeaders }[];
}> {
  const requests: { readonly headers: IncomingHttpHeaders }[] = [];
  const left = [...answers];
  const endpoint = await startHttp((request, response) => {
    requests.push(request);
    const answer = left.shift() ?? ((answered) => answered.end("{}"));
    answer(response);
  });
  const account = sagemakerAccount({
    endpoint,
    credentials: { accessKeyId: "AKIAWILDLIFE", secretAccessKey: "savanna" },
    retryPauseMilliseconds: 2,
  });
  return { account, region: account.region("eu-north-1"), requests };
}

const describeWildlife = (region: Region): Promise<unknown> => region.describe("wildlife");
const hour = 3_600_000;

function refuse(response: ServerResponse, status: number, type: string, headers = {}): void {
  response.writeHead(status, { "content-type": "application/x-amz-json-1.1", ...headers });
  response.end(JSON.stringify({ __type: type, message: type }));
}

test("a request is signed for its region, and says who sends it and which attempt it is", async () => {
  const { region, requests } = await regionOf([(response) => refuse(response, 503, "ServiceUnavailable")]);
  await describeWildlife(region);
  const [first, second] = requests.map(({ headers }) => headers);
  expect(first).toMatchObject({
    "content-type": "application/x-amz-json-1.1",
    "x-amz-target": "SageMaker.DescribeWorkforce",
    "user-agent": expect.stringMatching(/^aws-sdk-js\/3\S* .*lang\/js/),
    authorization: expect.stringMatching(/AKIAWILDLIFE\/\d{8}\/eu-north-1\/sagemaker\/aws4_request/),
    "amz-sdk-request": "attempt=1; max=6",
  });
  expect(second?.["amz-sdk-request"]).toBe("attempt=2; max=6");
  expect(second?.["amz-sdk-invocation-id"]).toBe(first?.["amz-sdk-invocation-id"]);
});

test("a clock that is an hour off is set right by AWS's refusal, for later calls and other regions too", async () => {
  const date = new Date(Date.now() + hour).toUTCString();
  const { account, region, requests } = await regionOf([
    (response) => refuse(response, 403, "InvalidSignatureException", { date }),
  ]);
  await describeWildlife(region);
  await describeWildlife(region);
  await describeWildlife(account.region("eu-south-1"));
  const ahead = requests.map(({ headers }) => {
    const signed = String(headers["x-amz-date"]).replace(
      /^(....)(..)(..)T(..)(..)(..)Z$/,
      "$1-$2-$3T$4:$5:$6Z",
    );
    return Date.parse(signed) - Date.now() > hour / 2;
  });
  expect(ahead).toEqual([false, true, true, true]);
});

test("a refusal with the right time is not tried again", async () => {
  const { region, requests } = await regionOf([
    (response) => refuse(response, 403, "InvalidSignatureException", { date: new Date().toUTCString() }),
  ]);
  await expect(describeWildlife(region)).rejects.toMatchObject({ reason: "invalid-credentials" });
  expect(requests).toHaveLength(1);
});

test.each([502, 503])("a proxy's page with status %i is tried again", async (status) => {
  const { region, requests } = await regionOf([
    (response) => response.writeHead(status, { "content-type": "text/html" }).end("<h1>Bad gateway</h1>"),
  ]);
  await describeWildlife(region);
  expect(requests).toHaveLength(2);
});

test("a proxy's page that says it is fine leaves a change's outcome unknown", async () => {
  const { region } = await regionOf([(response) => response.end("<h1>Welcome</h1>")]);
  await expect(
    region.send({ operation: "DeleteWorkforce", input: { WorkforceName: "wildlife" } }),
  ).rejects.toMatchObject({ reason: "outcome-unknown" });
});
