import { expect, test } from "vitest";
import { knownRegions } from "@wf/parser";
import { sagemakerRegion } from "../../src/adapters/sagemaker/index.ts";
import type { Emulator } from "../../src/emulator/index.ts";
import { planFor, run, world } from "../apply/support.ts";
import { cognito, workforce, workteam } from "../builders.ts";
import { startHttp } from "../../../../test/support/listen.ts";

/** Fifty of them: a region of AWS is whatever a request is signed for. */
const regions = [...knownRegions, ...knownRegions.map((name) => name.replace(/\d$/, "7"))].slice(0, 50);
const teams = ["spotters", "trackers", "vets"].map((name) => workteam(name));
const fleet = [...new Set(regions)].map((region) =>
  workforce({
    region,
    address: `workforce.wildlife["${region}"]`,
    identityProvider: cognito({ userPool: `${region}_Savanna01` }),
    workteams: teams,
  }),
);

const throttled = (emulator: Emulator, from: number): number =>
  emulator
    .calls()
    .slice(from)
    .filter(({ fault }) => fault === "throttle").length;
const operations = (emulator: Emulator, from: number): readonly string[] =>
  emulator
    .calls()
    .slice(from)
    .filter(({ fault }) => fault === undefined)
    .map(({ operation }) => operation);

test("a fleet that is rate-limited ends well: each change is made once, and each retry is told", async () => {
  const made = await world();
  const { emulator } = made;
  // No call meets more than four of them, and six attempts are the most.
  const half = fleet.map(
    ({ region }) => ({ region, times: 4, every: 2, fault: { kind: "throttle" } }) as const,
  );
  emulator.setFaults(half);
  const plan = await planFor(made, fleet);
  expect(operations(emulator, 0)).toHaveLength(2 * fleet.length);
  expect(throttled(emulator, 0)).toBeLessThanOrEqual(4 * fleet.length);

  emulator.setFaults(half);
  const before = emulator.calls().length;
  const { events } = await run(made, plan);
  expect(events.at(-1)).toMatchObject({ kind: "apply-finished", failed: 0, finished: fleet.length });
  const changes = operations(emulator, before).filter((name) => name.startsWith("Create"));
  expect(changes).toHaveLength(4 * fleet.length);
  const met = throttled(emulator, before);
  expect(met).toBeGreaterThan(fleet.length);
  expect(events.filter(({ kind }) => kind === "step-retrying")).toHaveLength(met);

  const again = emulator.calls().length;
  emulator.setFaults(half);
  const { targets } = await planFor(made, fleet);
  expect(targets.every(({ action }) => action === "none")).toBe(true);
  expect(operations(emulator, again)).toHaveLength(6 * fleet.length);
});

test("a region that is rate-limited for good is given up after six attempts of each call", async () => {
  const { emulator, region } = await world();
  emulator.setFaults([{ times: 1000, fault: { kind: "throttle" } }]);
  await expect(region().read()).rejects.toMatchObject({ reason: "throttled" });
  expect(emulator.calls().length).toBeLessThanOrEqual(12);
});

/** SageMaker with 25 work teams, which answers so many calls at once and then so many a second: what AWS does. */
async function rateLimited(
  burst: number,
  perSecond: number,
): Promise<{ url: string; refused: () => number }> {
  let tokens = burst;
  let filled = Date.now();
  let refused = 0;
  const arn = "arn:aws:sagemaker:us-east-1:123456789012:workforce/wildlife";
  const answers: Readonly<Record<string, unknown>> = {
    ListWorkforces: { Workforces: [{ WorkforceName: "wildlife", WorkforceArn: arn, CognitoConfig: {} }] },
    ListWorkteams: {
      Workteams: Array.from({ length: 25 }, (_, index) => ({
        WorkteamName: `team-${index}`,
        WorkteamArn: `arn:aws:sagemaker:us-east-1:123456789012:workteam/private-crowd/team-${index}`,
        WorkforceArn: arn,
      })),
    },
    ListTags: { Tags: [] },
  };
  const url = await startHttp((request, response) => {
    tokens = Math.min(burst, tokens + ((Date.now() - filled) / 1000) * perSecond);
    filled = Date.now();
    const refuses = tokens < 1;
    if (refuses) refused += 1;
    else tokens -= 1;
    const operation = String(request.headers["x-amz-target"]).replace("SageMaker.", "");
    const answer = refuses ? { __type: "ThrottlingException", message: "Rate exceeded" } : answers[operation];
    response.writeHead(refuses ? 400 : 200, { "content-type": "application/x-amz-json-1.1" });
    response.end(JSON.stringify(answer));
  });
  return { url, refused: () => refused };
}

test("a region that refuses calls beyond a rate is asked no faster from then on", async () => {
  const { url, refused } = await rateLimited(6, 20);
  const region = sagemakerRegion({
    region: "us-east-1",
    endpoint: url,
    credentials: { accessKeyId: "AKIAWILDLIFE", secretAccessKey: "savanna" },
    retryPauseMilliseconds: 100,
  });
  expect((await region.read()).workteams).toHaveLength(25);
  // Of 26 calls at once 22 find no room. Tried again as soon as may be, they would be refused twice more each.
  expect(refused()).toBeLessThan(35);
});

test("a call that waits for its turn is left at once where it is aborted", async () => {
  const { url } = await rateLimited(2, 0.1);
  const region = sagemakerRegion({
    region: "us-east-1",
    endpoint: url,
    credentials: { accessKeyId: "AKIAWILDLIFE", secretAccessKey: "savanna" },
    retryPauseMilliseconds: 10_000,
  });
  // The first waits to try again, the second for its first turn.
  for (const _ of [1, 2]) {
    const reading = region.read({ signal: AbortSignal.timeout(300) });
    await expect(reading).rejects.toMatchObject({ name: "TimeoutError" });
  }
});
