import type { ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { sagemakerRegion } from "../../src/adapters/sagemaker/index.ts";
import { startHttp } from "../../../../test/support/listen.ts";

/** Answers only when as many calls wait as one round trip should hold: a client that waits before it asks on hangs. */
async function serverOfRounds(
  rounds: readonly number[],
  answer: (operation: string) => unknown,
): Promise<string> {
  const waiting: { readonly operation: string; readonly response: ServerResponse }[] = [];
  const left = [...rounds];
  return startHttp(({ headers }, response) => {
    waiting.push({ operation: String(headers["x-amz-target"]).replace("SageMaker.", ""), response });
    if (waiting.length !== left[0]) return;
    left.shift();
    for (const each of waiting.splice(0)) {
      each.response.setHeader("content-type", "application/x-amz-json-1.1");
      each.response.end(JSON.stringify(answer(each.operation)));
    }
  });
}

const arn = "arn:aws:sagemaker:us-east-1:123456789012";
const workforce = {
  WorkforceName: "wildlife",
  WorkforceArn: `${arn}:workforce/wildlife`,
  CognitoConfig: { UserPool: "us-east-1_Savanna", ClientId: "rangers" },
};
const workteam = (index: number): object => ({
  WorkteamName: `rangers-${index}`,
  WorkteamArn: `${arn}:workteam/private-crowd/rangers-${index}`,
  WorkforceArn: workforce.WorkforceArn,
  Description: "Counts animals",
  MemberDefinitions: [],
});

test.each([0, 1, 25])(
  "a region with %i work teams is read in two round trips",
  async (teams) => {
    const answers: Readonly<Record<string, unknown>> = {
      ListWorkforces: { Workforces: [workforce] },
      ListWorkteams: { Workteams: Array.from({ length: teams }, (_, index) => workteam(index)) },
      ListTags: { Tags: [{ Key: "wf:stack", Value: "wildlife" }] },
    };
    const endpoint = await serverOfRounds([2, 1 + teams], (operation) => answers[operation]);
    const credentials = { accessKeyId: "AKIAWILDLIFE", secretAccessKey: "savanna" };
    const live = await sagemakerRegion({ region: "us-east-1", endpoint, credentials }).read();
    expect(live.workforce?.tags).toEqual({ readable: true, values: { "wf:stack": "wildlife" } });
    expect(live.workteams).toHaveLength(teams);
  },
  5000,
);
