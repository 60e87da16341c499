import { createHash } from "node:crypto";
import { type IdentityProvider, secret, type Workforce, type Workteam } from "@wf/parser";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Emulator, type EmulatorSeed, type RegionState, startEmulator } from "../src/emulator/index.ts";
import type { ApiCall } from "../src/api-call.ts";
import type { TargetPlan } from "../src/plan-model.ts";
import { planFor, run, worldOf } from "./apply/support.ts";
import { cognito, fingerprint, liveOidc, oidc, stack, workforce, workteam } from "./builders.ts";

const place = "123456789012/eu-west-1";
const theSecret = "Xray~Vision.2026-secret";
const runs = Number(process.env["WF_MODEL_RUNS"] ?? "150");

let emulator: Emulator;
let time = 1_700_000_000_000;
beforeAll(async () => {
  emulator = await startEmulator({ vpcDelayMilliseconds: 700, delayMilliseconds: 0, now: () => time });
});
afterAll(async () => emulator.close());

type Seed = NonNullable<NonNullable<EmulatorSeed["regions"]>[string]>;
type SeedWorkforce = NonNullable<Seed["workforce"]>;
type SeedTeam = NonNullable<Seed["workteams"]>[number];

// More often the same than not, so that updates in place are as frequent as replacements.
const names = ["wildlife", "wildlife", "wildlife", "animals"] as const;
const teamNames = ["spotters", "trackers", "vets", "rangers", "readers"] as const;
const tags = fc.dictionary(
  fc.constantFrom("park", "season", "cost-center"),
  fc.constantFrom("north", "south"),
  {
    noNullPrototype: true,
  },
);
const ranges = fc.uniqueArray(
  fc.constantFrom("10.0.0.0/8", "172.16.0.0/12", "198.51.100.0/24", "2001:db8::/32", "2001:db8:1::/48"),
  { maxLength: 4 },
);
const vpc = fc.option(
  fc.record({
    vpcId: fc.constantFrom("vpc-0sav", "vpc-0ward"),
    subnets: fc.shuffledSubarray(["subnet-0a", "subnet-0b", "subnet-0c"], { minLength: 1 }),
    securityGroupIds: fc.shuffledSubarray(["sg-1", "sg-2"], { minLength: 1 }),
  }),
  { nil: undefined },
);
const access = fc.record({
  sourceIp: fc.constantFrom("Enabled" as const, "Disabled" as const),
  vpcSourceIp: fc.constantFrom("Enabled" as const, "Disabled" as const),
});
const groups = fc.shuffledSubarray(["dawn", "noon", "dusk"], { minLength: 1 });
const topic = fc.option(fc.constant("arn:aws:sns:eu-west-1:123456789012:sightings"), { nil: undefined });
const description = fc.constantFrom("By day", "By night");

const provider: fc.Arbitrary<IdentityProvider> = fc.oneof(
  fc.constantFrom("rangers", "rangers", "rangers", "portal").map((clientId) => cognito({ clientId })),
  fc
    .record({
      clientId: fc.constantFrom("sagemaker", "portal"),
      scope: fc.constantFrom("openid", undefined),
      authenticationRequestExtraParams: fc.constantFrom({}, { prompt: "login" }),
    })
    .map((changes) => oidc({ ...changes, clientSecret: secret(theSecret) })),
);

/** IPv6 ranges need dualstack. */
const addresses = fc
  .record({ sourceIpCidrs: ranges, ipAddressType: fc.constantFrom("ipv4" as const, "dualstack" as const) })
  .map((given) => ({
    ...given,
    ipAddressType: given.sourceIpCidrs.some((range) => range.includes(":"))
      ? ("dualstack" as const)
      : given.ipAddressType,
  }));

const desiredTeams: fc.Arbitrary<readonly Workteam[]> = fc
  .uniqueArray(fc.constantFrom(...teamNames), { maxLength: 4 })
  .chain((chosen) =>
    fc.tuple(
      ...chosen.map((name) =>
        fc
          .record({ description, groups, notificationTopicArn: topic, workerAccess: access, tags })
          .map((changes) => workteam(name, changes)),
      ),
    ),
  );

const desiredWorkforce: fc.Arbitrary<Workforce> = fc
  .record({
    name: fc.constantFrom(...names),
    identityProvider: provider,
    addresses,
    vpc,
    tags,
    workteams: desiredTeams,
    manage: fc.oneof(
      { weight: 5, arbitrary: fc.constant("all" as const) },
      { weight: 1, arbitrary: fc.constant("teams" as const) },
    ),
    ignored: fc.shuffledSubarray(["tags", "source_ip_config", "oidc_config.scope"], { maxLength: 1 }),
  })
  .map(({ addresses: { sourceIpCidrs, ipAddressType }, ignored, ...rest }) =>
    workforce({
      ...rest,
      sourceIpCidrs,
      // What is ignored stays as it is, IPv6 ranges too.
      ipAddressType: ignored.includes("source_ip_config") ? "dualstack" : ipAddressType,
      identityProvider: rest.manage === "teams" ? undefined : rest.identityProvider,
      lifecycle: { preventDestroy: false, ignoreChanges: new Set(ignored) },
    }),
  );

const owner = fc.constantFrom(stack, stack, stack, "biology", undefined);
const liveSecret = fc.constantFrom(fingerprint, fingerprint, "v1.of-the-old-secret", "withdrawn", undefined);

function seedTags(own: Readonly<Record<string, string>>, more: Readonly<Record<string, string | undefined>>) {
  return Object.entries({ ...own, ...more }).flatMap(([Key, Value]) =>
    Value === undefined ? [] : [{ Key, Value }],
  );
}

function seedProvider(given: IdentityProvider): SeedWorkforce["identityProvider"] {
  if (given.kind === "cognito") return given;
  const { clientId, issuer, scope } = given;
  return {
    ...liveOidc(),
    clientId,
    issuer,
    scope,
    clientSecretSha256: createHash("sha256").update("old").digest("hex"),
  };
}

function seedMembers(given: IdentityProvider, chosen: readonly string[]): SeedTeam["members"] {
  if (given.kind === "oidc") return [{ kind: "oidc", groups: [...chosen] }];
  const { userPool, clientId } = given;
  return chosen.map((userGroup) => ({ kind: "cognito", userPool, clientId, userGroup }));
}

const liveRegion: fc.Arbitrary<Seed> = fc
  .option(
    fc.record({
      name: fc.constantFrom(...names),
      identityProvider: provider,
      addresses,
      vpc,
      tags,
      owner,
      liveSecret,
      failed: fc.constantFrom(false, false, false, true),
      teams: fc.uniqueArray(
        fc.record({
          name: fc.constantFrom(...teamNames),
          description,
          groups,
          notificationTopicArn: topic,
          workerAccess: access,
          tags,
          owner,
        }),
        { selector: (team) => team.name, maxLength: 5 },
      ),
    }),
    { freq: 6, nil: undefined },
  )
  .map((live) => {
    const vendorWorkforces = [{ name: "annotators" }];
    if (live === undefined) return { vendorWorkforces };
    const wfSecret = live.identityProvider.kind === "oidc" ? live.liveSecret : undefined;
    return {
      vendorWorkforces,
      creations: 3,
      workforce: {
        name: live.name,
        creation: 3,
        identityProvider: seedProvider(live.identityProvider),
        ...live.addresses,
        vpc: live.vpc,
        ...(live.failed ? { failureReason: "No free address." } : {}),
        tags: seedTags(live.tags, { "wf:stack": live.owner, "wf:secret": wfSecret }),
      },
      workteams: live.teams.map(({ groups: chosen, owner: teamOwner, ...team }) => ({
        ...team,
        members: seedMembers(live.identityProvider, chosen),
        tags: seedTags(team.tags, { "wf:stack": teamOwner }),
      })),
    };
  });

const asked = fc.record({
  takeOver: fc.boolean(),
  carryTeams: fc.boolean(),
  replace: fc.constantFrom<ReadonlySet<string>>(new Set(), new Set(), new Set(["workforce.wildlife"])),
  rewriteSecret: fc.constantFrom<ReadonlySet<string>>(new Set(), new Set(), new Set(["workforce.wildlife"])),
});

/** Teams that are neither in the configuration nor tagged as ours, as their owner sees them. */
function foreignTeams(region: RegionState | undefined, desired: Workforce): readonly object[] {
  const wanted = new Set(desired.workteams.map((team) => team.name));
  return (region?.workteams ?? [])
    .filter((team) => !wanted.has(team.name))
    .filter((team) => team.tags.every(({ Key, Value }) => Key !== "wf:stack" || Value !== stack))
    .map(({ members, tags: teamTags, ...team }) => ({
      ...team,
      createdAt: 0,
      updatedAt: 0,
      // Members follow their workforce to another client of the pool.
      members: members.map((member) => (member.kind === "oidc" ? member.groups : member.userGroup)),
      tags: teamTags.toSorted((left, right) => (left.Key < right.Key ? -1 : 1)),
    }))
    .sort((left, right) => (left.name < right.name ? -1 : 1));
}

function stateNow(): RegionState | undefined {
  return emulator.state().regions[place];
}

/** The plan's calls as the emulator notes them. */
function plannedCalls(target: TargetPlan | undefined): readonly unknown[] {
  return (target?.steps ?? []).flatMap((step) =>
    step.kind === "call"
      ? [{ operation: step.call.operation, input: sent(step.call, step.needsSecret) }]
      : [],
  );
}

function sent(call: ApiCall, needsSecret: boolean): unknown {
  if (!needsSecret || !("OidcConfig" in call.input)) return call.input;
  return { ...call.input, OidcConfig: { ...call.input.OidcConfig, ClientSecret: "(sensitive)" } };
}

test("from any region to any configuration, one apply is enough and does what its plan says", async () => {
  const world = worldOf(emulator);
  const clock = {
    now: () => time,
    sleep: async (milliseconds: number) => {
      time += milliseconds;
      return Promise.resolve();
    },
  };
  await fc.assert(
    fc.asyncProperty(liveRegion, desiredWorkforce, asked, async (live, desired, options) => {
      await emulator.setState({ regions: { [place]: live } });
      const before = stateNow();
      const from = emulator.calls().length;
      const planned = await planFor(world, [desired], options);
      const [target] = planned.targets;
      const { events } = await run(world, planned, { clock, secret: secret(theSecret) });
      const calls = emulator
        .calls()
        .slice(from)
        .filter(({ operation }) => !/^(List|Describe)/.test(operation));

      expect(calls.map(({ operation, input }) => ({ operation, input }))).toEqual(plannedCalls(target));
      expect(calls.filter(({ status }) => status !== 200)).toEqual([]);
      expect(foreignTeams(stateNow(), desired)).toEqual(foreignTeams(before, desired));
      expect(stateNow()?.vendorWorkforces).toEqual(before?.vendorWorkforces);
      expect(events.filter(({ kind }) => kind === "target-failed")).toEqual([]);
      const again = { ...options, replace: new Set<string>(), rewriteSecret: new Set<string>() };
      const [next] = (await planFor(world, [desired], again)).targets;
      const refused = target?.action === "refused";
      expect(refused ? [] : next?.steps).toEqual([]);
      expect(refused ? "none" : next?.action).toBe("none");
      expect(refused ? stateNow() : before).toEqual(before);
      expect(desired.manage === "teams" ? stateNow()?.workforce : undefined).toEqual(
        desired.manage === "teams" ? before?.workforce : undefined,
      );
    }),
    {
      numRuns: runs,
      ...(process.env["WF_MODEL_SEED"] ? { seed: Number(process.env["WF_MODEL_SEED"]) } : {}),
    },
  );
}, 300_000);
