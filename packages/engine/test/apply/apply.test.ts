import { describe, expect, test } from "vitest";
import { type Workforce } from "@wf/parser";
import type { FaultSeed } from "../../src/emulator/index.ts";
import { cognito, oidc, steps, workforce, workteam } from "../builders.ts";
import { changes, converge, failureIn, planFor, quickClock, run, world, type World } from "./support.ts";

const savanna = { vpcId: "vpc-0sav", subnets: ["subnet-0a"], securityGroupIds: ["sg-0sav"] };
const wildlife = workforce({ workteams: [workteam("spotters"), workteam("trackers")] });
const radiology = workforce({ identityProvider: oidc(), workteams: [workteam("readers")] });

const kinds = (events: readonly { readonly kind: string }[]): readonly string[] =>
  events.map((event) => event.kind);

async function foreignTeam({ region }: World): Promise<void> {
  await region().send({
    operation: "CreateWorkteam",
    input: {
      WorkteamName: "vets",
      WorkforceName: "wildlife",
      Description: "The vets",
      MemberDefinitions: [
        {
          CognitoMemberDefinition: {
            UserPool: "eu-west-1_Savanna01",
            ClientId: "rangers",
            UserGroup: "vets",
          },
        },
      ],
      Tags: [{ Key: "wf:stack", Value: "biology" }],
    },
  });
}

test("events come in order, each call's intent before it and its outcome after", async () => {
  const made = await world();
  const { events, journal, live } = await converge(made, wildlife);
  expect(kinds(events)).toEqual([
    "apply-started",
    "target-started",
    "step-started",
    "step-finished",
    "step-started",
    "step-finished",
    "step-started",
    "step-finished",
    "step-started",
    "step-finished",
    "target-finished",
    "apply-finished",
  ]);
  expect(events.at(-2)).toMatchObject({ subDomain: live.workforce?.subDomain });
  expect(events.at(-1)).toMatchObject({ finished: 1, failed: 0, stopped: 0 });
  expect(journal[0]).toMatchObject({
    kind: "target-plan",
    steps: [{ operation: "CreateWorkforce" }, { operation: "wait" }, {}, {}],
  });
  expect(journal.slice(1)).toEqual(events);
});

test("what is written down before the first deletion is the region as it was, and only there", async () => {
  const made = await world();
  await converge(made, wildlife);
  await foreignTeam(made);
  const before = await made.region().read();
  const { journal } = await converge(made, { ...wildlife, name: "animals" }, { carryTeams: true });
  const snapshot = journal.findIndex((record) => record.kind === "snapshot");
  expect(journal[snapshot]).toMatchObject({ live: before, carried: ["vets"], withheld: [] });
  expect(journal.slice(0, snapshot).some((record) => record.kind === "step-started")).toBe(false);
  expect(journal.filter((record) => record.kind === "snapshot")).toHaveLength(1);
});

test("what the configuration calls sensitive is not written down", async () => {
  const made = await world();
  const secretive = workforce({
    sourceIpCidrs: ["198.51.100.0/24"],
    sensitive: new Set(["source_ip_config.cidrs"]),
    workteams: [
      workteam("spotters", { description: "Can4ry", sensitive: new Set(["description"]) }),
      workteam("trackers"),
    ],
  });
  await converge(made, secretive);
  const { journal } = await converge(made, { ...secretive, name: "animals" });
  expect(journal.find((record) => record.kind === "snapshot")).toMatchObject({
    live: { workforce: undefined, workteams: [{ name: "trackers" }] },
    withheld: ["workforce wildlife", "workteam spotters"],
  });
  expect(JSON.stringify(journal)).not.toMatch(/Can4ry|198\.51/);
});

describe("waits", () => {
  const inVpc = workforce({ vpc: savanna });

  test("go on with growing pauses until the workforce is Active, and tell its status", async () => {
    let time = 0;
    const made = await world({ vpcDelayMilliseconds: 10_000, now: () => time });
    const clock = quickClock(() => (time += 2000));
    const { events } = await run(made, await planFor(made, [inVpc]), { clock });
    const waiting = events.filter((event) => event.kind === "step-waiting");
    expect(waiting.map(({ status }) => status)).toEqual(Array(5).fill("Initializing"));
    const elapsed = waiting.map(({ elapsedMilliseconds }) => elapsedMilliseconds);
    expect(elapsed).toEqual([0, 250, 625, 1187.5, 2031.25]);
    expect(kinds(events)).toContain("target-finished");
  });

  test("end at the timeout of the block", async () => {
    const made = await world({ vpcDelayMilliseconds: 3_600_000 });
    const desired = { ...inVpc, timeouts: { create: 90_000, update: 1, delete: 1 } };
    const { events } = await run(made, await planFor(made, [desired]));
    expect(failureIn(events)).toEqual({
      reason: "timed-out",
      message: 'Workforce "wildlife" is still Initializing after 90 s.',
    });
  });

  test("end when the workforce Failed, in AWS's words", async () => {
    const made = await world();
    made.emulator.setFaults([
      { operation: "CreateWorkforce", fault: { kind: "fail-later", reason: "No free address." } },
    ]);
    const { events } = await run(made, await planFor(made, [inVpc]));
    expect(failureIn(events)).toEqual({
      reason: "workforce-failed",
      message: 'Workforce "wildlife" is Failed: No free address.',
    });
  });

  test("outlast what passes, and tell it each time", async () => {
    const made = await world();
    made.emulator.setFaults([
      { operation: "DescribeWorkforce", times: 8, fault: { kind: "throttle" } },
      { operation: "DescribeWorkforce", times: 8, fault: { kind: "server-error" } },
    ]);
    const { events } = await run(made, await planFor(made, [workforce()]));
    expect(kinds(events)).toContain("target-finished");
    expect(events.filter((event) => event.kind === "step-retrying")).toHaveLength(16);
  });

  test("give up at once where nothing would change", async () => {
    const made = await world();
    made.emulator.setFaults([{ operation: "DescribeWorkforce", fault: { kind: "access-denied" } }]);
    const { events } = await run(made, await planFor(made, [workforce()]));
    expect(failureIn(events).reason).toBe("access-denied");
  });
});

const base = workforce({ workteams: [workteam("spotters")] });
const inVpc = workforce({ vpc: savanna });
const everyCall: readonly (readonly [string, Workforce | undefined, Workforce])[] = [
  ["CreateWorkforce", undefined, base],
  ["CreateWorkteam", undefined, base],
  ["UpdateWorkforce", base, { ...base, sourceIpCidrs: ["10.0.0.0/8"] }],
  ["UpdateWorkteam", base, { ...base, workteams: [workteam("spotters", { description: "Spots" })] }],
  ["DeleteWorkteam", base, { ...base, workteams: [] }],
  ["DeleteWorkforce", base, { ...base, name: "animals" }],
  ["AddTags", base, { ...base, tags: { park: "Kruger" } }],
  ["DeleteTags", { ...base, tags: { park: "Kruger" } }, base],
  ["UpdateWorkforce", radiology, { ...radiology, identityProvider: oidc({ scope: "openid" }) }],
  ["UpdateWorkforce", inVpc, { ...inVpc, vpc: { ...savanna, subnets: ["subnet-0b"] } }],
];

describe.each(everyCall)("%s", (operation, before, after) => {
  async function withFault(fault: FaultSeed["fault"], times = 1) {
    const made = await world({ vpcDelayMilliseconds: 40 });
    const clock = quickClock();
    const patient = {
      ...clock,
      sleep: async (milliseconds: number, signal?: AbortSignal) => {
        await clock.sleep(milliseconds, signal);
        await new Promise((resolve) => {
          setTimeout(resolve, 5);
        });
      },
    };
    if (before !== undefined) await run(made, await planFor(made, [before]), { clock: patient });
    const from = made.emulator.calls().length;
    made.emulator.setFaults([{ operation, fault, times }]);
    const planned = await planFor(made, [after]);
    const ran = await run(made, planned, { clock: patient });
    return { made, from, planned, ...ran, next: await planFor(made, [after]) };
  }

  test.each(["drop-before", "drop-after"] as const)(
    "is settled by reading where its answer is lost: %s",
    async (kind) => {
      const { events, next, made, from, planned } = await withFault({ kind });
      expect(kinds(events)).toContain("target-finished");
      expect(next.targets[0]?.steps).toEqual([]);
      const refused = made.emulator
        .calls()
        .slice(from)
        .filter((call) => call.status >= 400);
      expect(refused.filter((call) => call.operation !== "DescribeWorkforce")).toEqual([]);
      // Whether a client secret was taken cannot be read.
      const again = kind === "drop-before" || after.identityProvider?.kind === "oidc";
      const steps = planned.targets.flatMap((target) => target.steps);
      const calls = steps.filter((step) => step.kind === "call" && step.call.operation === operation);
      const sent = changes(made.emulator, from).filter((each) => each === operation);
      expect(sent).toHaveLength(calls.length + (again ? 1 : 0));
    },
  );

  test("is settled by reading where AWS failed after carrying it out", async () => {
    const { events, next } = await withFault({ kind: "server-error", carriedOut: true });
    expect(kinds(events)).toContain("target-finished");
    expect(next.targets[0]?.steps).toEqual([]);
  });

  test("is made again while AWS is rate-limiting, and each time is told", async () => {
    const { events, next, made, from, planned } = await withFault({ kind: "throttle" }, 5);
    const retries = events.filter((event) => event.kind === "step-retrying");
    expect(retries.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4, 5]);
    expect(retries[0]?.reason).toContain("rate-limiting");
    const { target, steps: planSteps } = planned.targets[0] ?? never();
    const step = 1 + planSteps.findIndex((each) => each.kind === "call" && each.call.operation === operation);
    expect(retries[0]).toMatchObject({ target, step });
    expect(kinds(events)).toContain("target-finished");
    expect(next.targets[0]?.steps).toEqual([]);
    const calls = planned.targets.flatMap((target) => target.steps).filter(({ kind }) => kind === "call");
    expect(changes(made.emulator, from)).toHaveLength(calls.length + 5);
  });

  test("fails at once where another try would not help, and the next run ends it", async () => {
    const { events, made, from } = await withFault({ kind: "validation", message: "It is not valid." });
    expect(failureIn(events)).toMatchObject({
      reason: "invalid",
      message: expect.stringContaining("It is not valid."),
    });
    const refused = made.emulator
      .calls()
      .slice(from)
      .filter((call) => call.fault === "validation");
    expect(refused).toHaveLength(1);
    const again = await run(made, await planFor(made, [after]));
    expect(kinds(again.events)).toContain("target-finished");
    expect((await planFor(made, [after])).targets[0]?.steps).toEqual([]);
  });
});

test("a call whose answer is lost is what failed, where the region cannot be read either", async () => {
  const made = await world();
  const planned = await planFor(made, [wildlife]);
  made.emulator.setFaults([
    { operation: "CreateWorkforce", fault: { kind: "drop-after" } },
    { operation: "ListWorkforces", skip: 1, fault: { kind: "access-denied" } },
  ]);
  const { events } = await run(made, planned);
  expect(failureIn(events)).toMatchObject({
    reason: "outcome-unknown",
    message: expect.stringContaining("It is not known whether CreateWorkforce in eu-west-1 was carried out"),
  });
});

test("a team that AWS does not delete, without an error, is a failure", async () => {
  const made = await world();
  await converge(made, base);
  made.emulator.setFaults([{ operation: "DeleteWorkteam", fault: { kind: "delete-unsuccessful" } }]);
  const { events } = await converge(made, { ...base, workteams: [] });
  expect(failureIn(events)).toEqual({
    reason: "refused-by-aws",
    message: "DeleteWorkteam was answered with Success: false, and nothing changed.",
  });
});

test("AWS's words are told without what is sensitive", async () => {
  const made = await world();
  const secretive = workforce({
    workteams: [
      workteam("spotters", { description: "Can4ry in the mine", sensitive: new Set(["description"]) }),
    ],
  });
  made.emulator.setFaults([
    {
      operation: "CreateWorkteam",
      fault: { kind: "validation", message: "Value 'Can4ry in the mine' at 'description' is wrong." },
    },
  ]);
  const { events, journal } = await converge(made, secretive);
  expect(failureIn(events).message).toContain("Value '(sensitive value)' at 'description' is wrong.");
  expect(JSON.stringify([events, journal])).not.toContain("Can4ry");
});

describe("several regions", () => {
  const regions = ["eu-west-1", "us-east-1", "ap-south-1"];
  const desired = regions.map((region) =>
    workforce({
      region,
      address: `workforce.wildlife["${region}"]`,
      identityProvider: cognito({ userPool: `${region}_Savanna01` }),
    }),
  );

  test("one's failure leaves the others running", async () => {
    const made = await world();
    made.emulator.setFaults([
      { region: "us-east-1", operation: "CreateWorkforce", fault: { kind: "access-denied" } },
    ]);
    const { events } = await run(made, await planFor(made, desired));
    expect(events.at(-1)).toMatchObject({ finished: 2, failed: 1, stopped: 0 });
    expect(failureIn(events).reason).toBe("access-denied");
  });

  test("no more than --parallelism are worked on at once", async () => {
    const made = await world();
    let running = 0;
    let most = 0;
    await run(made, await planFor(made, desired), {
      parallelism: 2,
      onEvent: (event) => {
        if (event.kind === "target-started") running += 1;
        if (event.kind === "target-finished") running -= 1;
        most = Math.max(most, running);
      },
    });
    expect(most).toBe(2);
  });
});

describe("a region that moved since it was planned", () => {
  const renamed = { ...wildlife, name: "animals" };

  test("is left as it is, and what moved is named", async () => {
    const made = await world();
    await converge(made, wildlife);
    const planned = await planFor(made, [renamed]);
    await foreignTeam(made);
    const before = await made.region().read();
    const calls = made.emulator.calls().length;
    const { events, journal } = await run(made, planned);
    expect(changes(made.emulator, calls)).toEqual([]);
    expect(await made.region().read()).toEqual(before);
    expect(kinds(events)).toEqual(["apply-started", "target-started", "target-failed", "apply-finished"]);
    expect(failureIn(events)).toEqual({
      reason: "moved",
      message:
        "The region is not as it was when it was planned (workteam.vets.arn, workteam.vets.description, workteam.vets.groups, workteam.vets.stack): nothing was changed.",
    });
    expect(kinds(journal)).not.toContain("snapshot");
  });

  test("names no more than fits a line", async () => {
    const made = await world();
    const planned = await planFor(made, [wildlife]);
    await converge(made, radiology);
    const { events } = await run(made, planned);
    expect(failureIn(events).message).toMatch(/\((?:[\w.]+, ){5}\d+ more\)/);
  });

  test("is not taken for one that cannot be read", async () => {
    const made = await world();
    await converge(made, wildlife);
    const planned = await planFor(made, [renamed]);
    made.emulator.setFaults([{ operation: "ListWorkforces", fault: { kind: "access-denied" } }]);
    const calls = made.emulator.calls().length;
    const { events } = await run(made, planned);
    expect(changes(made.emulator, calls)).toEqual([]);
    expect(failureIn(events).reason).toBe("access-denied");
  });
});

describe("a stop", () => {
  test("between steps finishes the call under way and tells what was done", async () => {
    const made = await world();
    const stop = new AbortController();
    const { events } = await run(made, await planFor(made, [wildlife]), {
      signal: stop.signal,
      onEvent: (event) => {
        if (event.kind === "step-started" && event.step === 3) stop.abort();
      },
    });
    expect(events.at(-2)).toMatchObject({ kind: "target-stopped", stepsDone: 3, steps: 4 });
    expect(events.at(-1)).toMatchObject({ finished: 0, stopped: 1 });
    expect((await made.region().read()).workteams.map(({ name }) => name)).toEqual(["spotters"]);
  });

  test("in a wait ends it", async () => {
    const made = await world({ vpcDelayMilliseconds: 3_600_000 });
    const stop = new AbortController();
    const { events } = await run(made, await planFor(made, [inVpc]), {
      signal: stop.signal,
      onEvent: (event) => {
        if (event.kind === "step-waiting") stop.abort();
      },
    });
    expect(events.at(-2)).toMatchObject({ kind: "target-stopped", stepsDone: 1 });
  });

  test("before the start does nothing", async () => {
    const made = await world();
    const { events } = await run(made, await planFor(made, [wildlife]), { signal: AbortSignal.abort() });
    expect(events.at(-2)).toMatchObject({ kind: "target-stopped", stepsDone: 0 });
    expect(changes(made.emulator)).toEqual([]);
  });
});

const refuse = (operation: string): FaultSeed => ({
  operation,
  fault: { kind: "validation", message: "The user pool is gone." },
});
const shown = async ({ region }: World) => {
  const { workforce: live, workteams } = await region().read();
  const { subDomain: _, createDate: __, lastUpdatedDate: ___, ...rest } = live ?? {};
  const inOrder = workteams.toSorted((left, right) => left.name.localeCompare(right.name));
  return { workforce: rest, workteams: inOrder };
};

describe("what fails for good where teams are to come back", () => {
  test("puts the old workforce back with all its teams and tags, and says so", async () => {
    const made = await world();
    await converge(made, {
      ...wildlife,
      tags: { park: "Kruger" },
      sourceIpCidrs: ["10.0.0.0/8"],
      vpc: savanna,
      ipAddressType: "dualstack",
    });
    await foreignTeam(made);
    const before = await shown(made);
    made.emulator.setFaults([refuse("CreateWorkforce")]);
    const after = { ...wildlife, name: "animals" };
    const { events } = await converge(made, after, { carryTeams: true });
    expect(kinds(events).slice(-4)).toEqual([
      "rollback-started",
      "rollback-finished",
      "target-failed",
      "apply-finished",
    ]);
    const portal = (await made.region().read()).workforce?.subDomain;
    expect(failureIn(events).message).toContain(
      `Workforce "wildlife" was put back as it was, with its work teams. Its sign-in address is a new one, https://${portal}:`,
    );
    expect(failureIn(events).message).toContain(`https://${portal}/oauth2/idpresponse`);
    expect(await shown(made)).toEqual(before);

    await converge(made, after, { carryTeams: true });
    expect(await shown(made)).toMatchObject({
      workforce: { name: "animals" },
      workteams: [{ name: "spotters" }, { name: "trackers" }, { name: "vets" }],
    });
  });

  test("puts it back where the new one Failed", async () => {
    const made = await world();
    await converge(made, wildlife);
    made.emulator.setFaults([{ operation: "CreateWorkforce", fault: { kind: "fail-later" } }]);
    await converge(made, { ...wildlife, name: "animals" });
    expect(await shown(made)).toMatchObject({ workforce: { name: "wildlife", status: "Active" } });
  });

  test("puts an OIDC one back if the configured secret is its own", async () => {
    const made = await world();
    await converge(made, radiology);
    made.emulator.setFaults([refuse("CreateWorkforce")]);
    const { events } = await converge(made, { ...radiology, name: "x-rays" });
    expect(failureIn(events).message).toContain('Workforce "wildlife" was put back');
    expect(await shown(made)).toMatchObject({
      workforce: { name: "wildlife" },
      workteams: [{ name: "readers" }],
    });
    expect((await planFor(made, [radiology])).targets[0]?.steps).toEqual([]);
  });

  test("says why an OIDC one with another secret is not put back", async () => {
    const made = await world();
    await converge(made, radiology);
    made.emulator.setFaults([refuse("CreateWorkforce")]);
    const { events } = await converge(made, wildlife);
    expect(failureIn(events).message).toContain(
      "What was there before cannot be put back: the client secret of the old workforce is not at hand.",
    );
    expect(await shown(made)).toMatchObject({ workforce: {}, workteams: [] });
  });

  test("gives the teams back where an OIDC change is refused", async () => {
    const made = await world();
    await converge(made, radiology);
    const message = "You may not perform the UpdateWorkforce action";
    made.emulator.setFaults([{ operation: "UpdateWorkforce", fault: { kind: "validation", message } }]);
    const { events } = await converge(made, { ...radiology, identityProvider: oidc({ scope: "openid" }) });
    expect(failureIn(events).message).toContain(
      'the UpdateWorkforce action. The work teams of workforce "wildlife" were put back.',
    );
    expect(await shown(made)).toMatchObject({ workteams: [{ name: "readers" }] });
    expect(steps((await planFor(made, [radiology])).targets[0] ?? never())).toContain(
      "UpdateWorkforce wildlife",
    );
  });

  test.each([
    ["a team", { ...refuse("DeleteWorkteam"), skip: 1 }],
    [
      "a team, without an error,",
      { operation: "DeleteWorkteam", skip: 1, fault: { kind: "delete-unsuccessful" } } as const,
    ],
    ["the workforce", refuse("DeleteWorkforce")],
  ])("gives the teams back where the deletion of %s is refused", async (_, fault) => {
    const made = await world();
    await converge(made, wildlife);
    const before = await shown(made);
    made.emulator.setFaults([fault]);
    const { events } = await converge(made, { ...wildlife, name: "animals" });
    expect(failureIn(events).message).toContain('The work teams of workforce "wildlife" were put back.');
    expect(await shown(made)).toEqual(before);
  });

  test("touches nothing where the first deletion is refused", async () => {
    const made = await world();
    await converge(made, wildlife);
    made.emulator.setFaults([refuse("DeleteWorkteam")]);
    const { events } = await converge(made, { ...wildlife, name: "animals" });
    expect(failureIn(events).message).toMatch(/The user pool is gone\.$/);
    expect(kinds(events)).not.toContain("rollback-started");
  });

  test("says it if putting back fails too", async () => {
    const made = await world();
    await converge(made, wildlife);
    made.emulator.setFaults([refuse("CreateWorkforce"), refuse("CreateWorkforce")]);
    const { events } = await converge(made, { ...wildlife, name: "animals" });
    expect(failureIn(events).message).toContain(
      "What was there before could not be put back: SageMaker refused",
    );
  });

  test("does not touch a workforce that somebody else made meanwhile", async () => {
    const made = await world();
    await converge(made, wildlife);
    const planned = await planFor(made, [{ ...wildlife, name: "animals" }]);
    const somebody = {
      operation: "CreateWorkforce",
      input: {
        WorkforceName: "theirs",
        CognitoConfig: { UserPool: "eu-west-1_Other", ClientId: "others" },
      },
    } as const;
    let sent: Promise<unknown> | undefined;
    const clock = quickClock();
    const { events } = await run(
      {
        ...made,
        region: (name) => {
          const real = made.region(name);
          return {
            ...real,
            send: async (call, sending) => {
              if (call.operation === "CreateWorkforce") await (sent ??= real.send(somebody));
              return real.send(call, sending);
            },
          };
        },
      },
      planned,
      { clock },
    );
    expect(failureIn(events)).toMatchObject({
      reason: "limit-exceeded",
      message: expect.stringContaining("something in the region now that is not this stack's"),
    });
    expect(await shown(made)).toMatchObject({ workforce: { name: "theirs" } });
  });
});

function never(): never {
  throw new Error("The plan has a target");
}

test("where the journal cannot be written any more, nothing more is sent, and the run says so", async () => {
  const made = await world();
  const planned = await planFor(made, [wildlife]);
  let left = 5;
  const { events, journal } = await run(made, planned, {
    onRecord: () => {
      left -= 1;
      if (left < 0) throw new Error("No space left on device");
    },
  });
  expect(changes(made.emulator)).toEqual(["CreateWorkforce"]);
  expect(journal).toHaveLength(5);
  expect(events.at(-2)).toMatchObject({ kind: "target-failed", step: 2, steps: 4 });
  expect(failureIn(events)).toEqual({
    reason: "journal-unwritable",
    message: "The journal of the run cannot be written: No space left on device.",
  });
  expect(events.at(-1)).toMatchObject({ kind: "apply-finished", finished: 0, failed: 1 });
});
