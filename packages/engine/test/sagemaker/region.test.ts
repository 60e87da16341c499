import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sagemakerAccount, sagemakerRegion } from "../../src/adapters/sagemaker/index.ts";
import { type Emulator, startEmulator } from "../../src/emulator/index.ts";
import type { FaultSeed } from "../../src/emulator/index.ts";
import type { Region, Retry } from "../../src/ports.ts";
import { RemoteError } from "../../src/remote-error.ts";
import { partsFrom } from "../contract-parts.ts";
import { clientSecret, hospitalVpc, oidcConfig, radiology, readers } from "../fixtures.ts";
import { regionContract } from "../region-contract.ts";

let emulator: Emulator;
const credentials = { accessKeyId: "AKIAWILDLIFE", secretAccessKey: "savanna" };
const create = { operation: "CreateWorkforce", input: radiology } as const;

beforeEach(async () => {
  emulator = await startEmulator({ vpcDelayMilliseconds: 0 });
});
afterEach(() => emulator.close());

function makeRegion(maxAttempts = 4): Region {
  return sagemakerRegion({
    region: "us-east-1",
    endpoint: emulator.url,
    credentials,
    maxAttempts,
    retryPauseMilliseconds: 4,
  });
}

async function failure(promise: Promise<unknown>): Promise<RemoteError> {
  const error: unknown = await promise.catch((error: unknown) => error);
  if (error instanceof RemoteError) return error;
  throw new Error("expected a RemoteError", { cause: error });
}

regionContract("the emulator over HTTP", {
  makeRegion,
  parts: {
    cognito: { UserPool: "us-east-1_Savanna01", ClientId: "rangers", UserGroup: "trackers" },
    vpc: hospitalVpc,
    topicArn: "arn:aws:sns:us-east-1:123456789012:reads",
  },
  waitMilliseconds: 5000,
});

// By hand, and only if asked for: docs/testing-on-aws.md.
if (process.env["WF_AWS_TEST"] === "1") {
  const real = process.env["WF_AWS_TEST_REGION"];
  if (real === undefined) throw new Error("WF_AWS_TEST_REGION must name a region without a workforce");
  const account = sagemakerAccount({});
  regionContract(`AWS in ${real}`, {
    makeRegion: () => account.region(real),
    parts: partsFrom(process.env),
    waitMilliseconds: 15 * 60_000,
  });
}

/** The answer to a question about what has just gone. */
const gone = (times: number): FaultSeed => {
  const message = "The work team readers does not exist for account 123456789012";
  return { operation: "ListTags", times, fault: { kind: "error", type: "ValidationException", message } };
};

describe("a read", () => {
  test("tells of each retry", async () => {
    emulator.setFaults([
      { operation: "ListWorkteams", times: 2, fault: { kind: "throttle" } },
      { operation: "ListTags", fault: { kind: "throttle" } },
    ]);
    const region = makeRegion();
    await region.send(create);
    const retries: Retry[] = [];
    expect((await region.read({ onRetry: (retry) => retries.push(retry) })).workforce?.name).toBe(
      "radiology",
    );
    expect(retries.map(({ attempt }) => attempt)).toEqual([1, 2, 1]);
    expect(retries[0]?.reason).toContain("ListWorkteams");
  });

  test("asks no more than it must, both lists at once", async () => {
    const region = makeRegion();
    await region.send(create);
    await region.send({ operation: "CreateWorkteam", input: readers });
    const before = emulator.calls().length;
    await region.read();
    const operations = emulator
      .calls()
      .slice(before)
      .map(({ operation }) => operation);
    expect(operations.slice(0, 2).sort()).toEqual(["ListWorkforces", "ListWorkteams"]);
    expect(operations.slice(2)).toEqual(["ListTags", "ListTags"]);
  });

  test("leaves out vendors' workforces", async () => {
    await emulator.setState({
      regions: { "123456789012/us-east-1": { vendorWorkforces: [{ name: "annotators" }] } },
    });
    expect(await makeRegion().read()).toEqual({ workforce: undefined, workteams: [] });
  });

  test.each([
    ["access-denied" as const, "not authorized to perform: sagemaker:ListTags"],
    ["tags that AWS does not take", "Invalid resource type: workforce"],
  ])("goes on where tags are unreadable: %s", async (kind, reason) => {
    const region = makeRegion();
    await region.send(create);
    emulator.setFaults([
      {
        operation: "ListTags",
        fault:
          kind === "access-denied"
            ? { kind }
            : { kind: "error", type: "ValidationException", message: "Invalid resource type: workforce" },
      },
    ]);
    const { workforce } = await region.read();
    expect(workforce?.tags).toEqual({ readable: false, reason: expect.stringContaining(reason) });
  });

  test("begins again where something that was listed is gone when its tags are asked for", async () => {
    const region = makeRegion();
    await region.send(create);
    emulator.setFaults([gone(1)]);
    expect(await region.read()).toMatchObject({ workforce: { name: "radiology", tags: { readable: true } } });
  });

  test("does not begin again for ever", async () => {
    const region = makeRegion();
    await region.send(create);
    emulator.setFaults([gone(99)]);
    expect(await failure(region.read())).toMatchObject({ reason: "not-found", operation: "ListTags" });
  });

  test("knows a workforce whose kind takes no tags", async () => {
    await emulator.close();
    emulator = await startEmulator({ tagsSupported: false });
    const region = makeRegion();
    await region.send(create);
    await region.send({ operation: "CreateWorkteam", input: readers });
    expect(await region.read()).toMatchObject({
      workforce: {
        tags: { readable: false, reason: expect.stringContaining("Invalid resource type: workforce") },
      },
      workteams: [{ tags: { readable: true } }],
    });
  });

  test.each(["drop-before", "drop-after", "server-error", "throttle"] as const)(
    "is tried again after %s",
    async (kind) => {
      emulator.setFaults([{ times: 2, fault: { kind } }]);
      expect(await makeRegion().read()).toEqual({ workforce: undefined, workteams: [] });
    },
  );

  test("rejects with the signal's reason when it is aborted", async () => {
    emulator.setFaults([{ fault: { kind: "delay", milliseconds: 60_000 } }]);
    const reading = makeRegion().read({ signal: AbortSignal.timeout(50) });
    await expect(reading).rejects.toMatchObject({ name: "TimeoutError" });
  });
});

describe("a mutating call", () => {
  test.each(["throttle", "server-error"] as const)("is tried again after %s, which is told", async (kind) => {
    emulator.setFaults([{ times: 2, fault: { kind } }]);
    const retries: Retry[] = [];
    await makeRegion().send(create, { onRetry: (retry) => retries.push(retry) });
    const reason =
      kind === "throttle" ? /rate-limiting CreateWorkforce/ : /SageMaker failed at CreateWorkforce/;
    expect(retries).toEqual([
      { attempt: 1, reason: expect.stringMatching(reason), delayMilliseconds: expect.any(Number) },
      { attempt: 2, reason: expect.stringMatching(reason), delayMilliseconds: expect.any(Number) },
    ]);
    expect(emulator.calls()).toHaveLength(3);
  });

  test.each([
    ["drop-before", false],
    ["drop-after", true],
  ] as const)("is not sent again after %s", async (kind, carriedOut) => {
    emulator.setFaults([{ fault: { kind } }]);
    const region = makeRegion();
    const error = await failure(region.send(create));
    expect(error).toMatchObject({ reason: "outcome-unknown", operation: "CreateWorkforce" });
    expect(emulator.calls()).toHaveLength(1);
    expect((await region.read()).workforce !== undefined).toBe(carriedOut);
  });

  test("has an unknown outcome where a refusal may be the effect of an attempt that failed inside AWS", async () => {
    emulator.setFaults([{ fault: { kind: "server-error", carriedOut: true } }]);
    expect(await failure(makeRegion().send(create))).toMatchObject({ reason: "outcome-unknown" });
  });

  test("has an unknown outcome where it is aborted on its way, and none where it is aborted before", async () => {
    emulator.setFaults([{ fault: { kind: "delay", milliseconds: 60_000 } }]);
    const region = makeRegion();
    const error = await failure(region.send(create, { signal: AbortSignal.timeout(80) }));
    expect(error.reason).toBe("outcome-unknown");
    const reason = new Error("the lion sleeps");
    await expect(region.send(create, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  test.each([
    ["throttled", { times: 9, fault: { kind: "throttle" } }, 4],
    ["server-error", { times: 9, fault: { kind: "server-error" } }, 4],
    ["access-denied", { fault: { kind: "access-denied" } }, 1],
    ["expired-token", { fault: { kind: "expired-token" } }, 1],
    ["invalid", { fault: { kind: "validation" } }, 1],
    ["conflict", { fault: { kind: "error", type: "ConflictException", message: "Busy" } }, 1],
    ["limit-exceeded", { fault: { kind: "error", type: "ResourceLimitExceeded", message: "25" } }, 1],
    [
      "invalid-credentials",
      { fault: { kind: "error", type: "UnrecognizedClientException", message: "No" } },
      1,
    ],
    [
      "invalid-credentials",
      { fault: { kind: "error", type: "InvalidSignatureException", message: "No" } },
      1,
    ],
    ["not-found", { fault: { kind: "error", type: "ResourceNotFound", message: "Gone" } }, 1],
    ["unknown", { fault: { kind: "error", type: "LionException", message: "Roar" } }, 1],
  ] as const satisfies readonly (readonly [string, FaultSeed, number])[])(
    "fails as %s after %o, in %i attempts",
    async (reason, fault, attempts) => {
      emulator.setFaults([fault]);
      expect(await failure(makeRegion().send(create))).toMatchObject({ reason });
      expect(emulator.calls()).toHaveLength(attempts);
    },
  );

  test("tells that AWS did not delete a team", async () => {
    const region = makeRegion();
    await region.send(create);
    await region.send({ operation: "CreateWorkteam", input: readers });
    emulator.setFaults([{ fault: { kind: "delete-unsuccessful" } }]);
    const call = { operation: "DeleteWorkteam", input: { WorkteamName: "readers" } } as const;
    expect(await region.send(call)).toEqual({ success: false });
  });

  test("keeps the secret out of its error, the cause included", async () => {
    const secret = `${clientSecret}\u0007ü`;
    const input = { ...radiology, OidcConfig: { ...oidcConfig, ClientSecret: secret } };
    const error = await failure(makeRegion().send({ operation: "CreateWorkforce", input }));
    expect(error.reason).toBe("invalid");
    expect(error.message).toMatch(
      /^SageMaker refused CreateWorkforce in us-east-1: 1 validation error detected/,
    );
    expect(error.message).toContain("Value '(sensitive)' at 'oidcConfig.clientSecret'");
    expect(`${error.message}${String(error.cause)}`).not.toContain(clientSecret);
  });
});

describe("an endpoint that nobody answers", () => {
  test("is unreachable, after a few attempts, for a read and for a mutating call", async () => {
    const endpoint = "http://127.0.0.1:1";
    const region = sagemakerRegion({
      region: "us-east-1",
      endpoint,
      credentials,
      maxAttempts: 3,
      retryPauseMilliseconds: 2,
    });
    expect(await failure(region.read())).toMatchObject({ reason: "endpoint-unreachable" });
    const retries: Retry[] = [];
    const error = await failure(region.send(create, { onRetry: (retry) => retries.push(retry) }));
    expect(error.reason).toBe("endpoint-unreachable");
    expect(error.message).toContain("ECONNREFUSED");
    expect(retries).toHaveLength(2);
  });
});

describe("credentials", () => {
  const saved = { ...process.env };
  beforeEach(() => {
    for (const name of Object.keys(process.env)) if (name.startsWith("AWS_")) delete process.env[name];
    process.env["AWS_EC2_METADATA_DISABLED"] = "true";
    process.env["AWS_SHARED_CREDENTIALS_FILE"] = "/nowhere/credentials";
    process.env["AWS_CONFIG_FILE"] = "/nowhere/config";
  });
  afterEach(() => {
    process.env = { ...saved };
  });

  test("that are nowhere to be found are said to be missing", async () => {
    const region = sagemakerRegion({ region: "us-east-1", endpoint: emulator.url });
    expect(await failure(region.send(create))).toMatchObject({ reason: "no-credentials" });
    expect(await failure(region.read())).toMatchObject({ reason: "no-credentials" });
    expect(emulator.calls()).toEqual([]);
  });

  test("and the endpoint come from the environment, one account for all of its regions", async () => {
    process.env["AWS_ACCESS_KEY_ID"] = "210987654321";
    process.env["AWS_SECRET_ACCESS_KEY"] = "savanna";
    process.env["AWS_ENDPOINT_URL_SAGEMAKER"] = emulator.url;
    const account = sagemakerAccount({});
    await Promise.all(["eu-west-1", "ap-southeast-2"].map((name) => account.region(name).send(create)));
    expect(
      emulator
        .calls()
        .map(({ account, region }) => `${account}/${region}`)
        .sort(),
    ).toEqual(["210987654321/ap-southeast-2", "210987654321/eu-west-1"]);
  });

  test("of a role that can't be assumed are said to be AssumeRole's failure", async () => {
    process.env["AWS_ENDPOINT_URL_STS"] = "http://127.0.0.1:1";
    process.env["AWS_MAX_ATTEMPTS"] = "1";
    process.env["AWS_ACCESS_KEY_ID"] = "210987654321";
    process.env["AWS_SECRET_ACCESS_KEY"] = "savanna";
    const assumeRole = { roleArn: "arn:aws:iam::123456789012:role/ranger" };
    const region = sagemakerRegion({ region: "us-east-1", endpoint: emulator.url, assumeRole });
    const error = await failure(region.send(create));
    expect(error).toMatchObject({ reason: "endpoint-unreachable", operation: "AssumeRole" });
  });
});
