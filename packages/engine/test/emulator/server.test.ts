import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../src/emulator/index.ts";
import { clientSecret, radiology } from "../fixtures.ts";
import { wireCall } from "./wire.ts";

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startEmulator();
});
afterEach(() => emulator.close());

test.each([
  ["an operation that isn't emulated", "CreateTrainingJob", {}, "UnknownOperationException"],
  ["a body that isn't JSON", "ListWorkforces", "{", "SerializationException"],
  ["a body of another type", "ListWorkforces", [], "SerializationException"],
  ["a member of another type", "DescribeWorkforce", { WorkforceName: 7 }, "SerializationException"],
])("%s is refused", async (_, operation, input, type) => {
  const answer = await wireCall(emulator.url, operation, input);
  expect(answer).toMatchObject({ status: 400, errorType: type, body: { __type: type } });
});

test("A body longer than a megabyte is refused", async () => {
  const answer = await wireCall(emulator.url, "ListWorkforces", { NextToken: "x".repeat(1_100_000) });
  expect(answer.status).toBe(413);
});

test.each([undefined, "Basic bGlvbg==", "AWS4-HMAC-SHA256 Credential=AKIALION/us-east-1"])(
  "The authorization %s is none",
  async (authorization) => {
    const response = await fetch(emulator.url, {
      method: "POST",
      headers: {
        "x-amz-target": "SageMaker.ListWorkforces",
        ...(authorization === undefined ? {} : { authorization }),
      },
      body: "{}",
    });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ __type: "MissingAuthenticationTokenException" });
    expect(response.headers.get("x-amzn-requestid")).toMatch(/^[0-9a-f-]{36}$/);
  },
);

test.each([
  ["cn-north-1", "aws-cn"],
  ["us-gov-west-1", "aws-us-gov"],
  ["ap-southeast-2", "aws"],
])("ARNs in %s are of the partition %s", async (region, partition) => {
  const { body } = await wireCall(emulator.url, "CreateWorkforce", radiology, { region });
  expect(body["WorkforceArn"]).toBe(`arn:${partition}:sagemaker:${region}:123456789012:workforce/radiology`);
});

describe("control", () => {
  test("takes faults, which meet calls in order, and shows calls without secrets", async () => {
    const faults = [
      { operation: "ListWorkforces", skip: 1, times: 2, fault: { kind: "throttle" } },
      { region: "eu-west-1", fault: { kind: "error", type: "Tamed", message: "roar", status: 418 } },
    ];
    const put = await fetch(`${emulator.url}/_wf/faults`, { method: "PUT", body: JSON.stringify(faults) });
    expect(put.status).toBe(200);
    await wireCall(emulator.url, "CreateWorkforce", radiology);
    const statuses = [];
    for (const _ of "1234") statuses.push((await wireCall(emulator.url, "ListWorkforces", {})).status);
    expect(statuses).toEqual([200, 400, 400, 200]);
    const tamed = await wireCall(emulator.url, "ListWorkteams", {}, { region: "eu-west-1" });
    expect(tamed).toMatchObject({ status: 418, errorType: "Tamed" });
    const calls = await (await fetch(`${emulator.url}/_wf/calls`)).text();
    expect(calls).toContain('"ClientSecret":"(sensitive)"');
    expect(calls).not.toContain(clientSecret);
    expect(JSON.parse(calls)).toHaveLength(6);
  });

  test("gives and takes the state", async () => {
    await wireCall(emulator.url, "CreateWorkforce", radiology);
    const state = await (await fetch(`${emulator.url}/_wf/state`)).text();
    await fetch(`${emulator.url}/_wf/state`, { method: "PUT", body: "{}" });
    expect(emulator.state().regions).toEqual({});
    await fetch(`${emulator.url}/_wf/state`, { method: "PUT", body: state });
    expect((await wireCall(emulator.url, "ListWorkforces", {})).body).toMatchObject({
      Workforces: [{ WorkforceName: "radiology" }],
    });
  });

  test.each([
    ["/_wf/faults", "PUT", '[{"fault":{"kind":"lightning"}}]', {}, 400],
    ["/_wf/faults", "PUT", "[", {}, 400],
    ["/_wf/state", "PUT", '{"regions":{"nowhere":{}}}', {}, 400],
    ["/_wf/lions", "GET", undefined, {}, 404],
    ["/_wf/state", "GET", undefined, { origin: "https://poacher.example" }, 403],
  ])("refuses %s %s %s %o", async (path, method, body, headers, status) => {
    const response = await fetch(`${emulator.url}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
    });
    expect(response.status).toBe(status);
  });
});

describe("the data file", () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "wf-emulator-"));
  });
  afterEach(() => rm(directory, { recursive: true }));

  test("holds what was done, for the next emulator", async () => {
    const dataFile = join(directory, "deep", "local.json");
    const first = await startEmulator({ dataFile });
    const regions = Array.from({ length: 20 }, (_, index) => `us-east-${index + 1}`);
    await Promise.all(regions.map((region) => wireCall(first.url, "CreateWorkforce", radiology, { region })));
    const state = first.state();
    await first.close();
    expect(await readdir(join(directory, "deep"))).toEqual(["local.json"]);
    expect(await readFile(dataFile, "utf8")).not.toContain(clientSecret);
    const second = await startEmulator({ dataFile });
    expect(second.state()).toEqual(JSON.parse(JSON.stringify(state)));
    await second.close();
  });

  test.each([
    ["{", "is not JSON"],
    ['{"version":2}', "is not one"],
    ['{"regions":{"123456789012/us-east-1":{"workforce":{}}}}', "workforce.name"],
  ])("%s is refused", async (text, message) => {
    const dataFile = join(directory, "local.json");
    await writeFile(dataFile, text);
    await expect(startEmulator({ dataFile })).rejects.toThrow(message);
  });
});

test("It closes at once although a call is waiting", async () => {
  emulator.setFaults([{ fault: { kind: "delay", milliseconds: 60_000 } }]);
  const waiting = wireCall(emulator.url, "ListWorkforces", {}).catch(() => "cut off");
  while (emulator.calls().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await emulator.close();
  expect(await waiting).toBe("cut off");
  emulator = await startEmulator();
});

test("An answer that a fault delays comes when the faults are replaced", async () => {
  emulator.setFaults([{ operation: "ListWorkforces", fault: { kind: "delay", milliseconds: 60_000 } }]);
  const waiting = wireCall(emulator.url, "ListWorkforces", {});
  while (emulator.calls().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  emulator.setFaults([]);
  expect((await waiting).status).toBe(200);
});

test("A port that is taken is an error", async () => {
  await expect(startEmulator({ port: emulator.port })).rejects.toThrow("EADDRINUSE");
});
