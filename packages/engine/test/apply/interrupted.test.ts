import type { Workforce } from "@wf/parser";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { JournalRecord } from "../../src/journal.ts";
import { readJournal } from "../../src/journal-schema.ts";
import type { LiveRegion } from "../../src/live-state.ts";
import { plan, type PlanOptions } from "../../src/plan.ts";
import type { Plan } from "../../src/plan-model.ts";
import { RemoteError } from "../../src/remote-error.ts";
import { isReplaced, lostWorkteams, type RunHistory, runHistory } from "../../src/run-history.ts";
import { cognito, input, oidc, options, stack, workforce, workteam } from "../builders.ts";
import { run, world, type World } from "./support.ts";

const runs = Number(process.env["WF_MODEL_RUNS"] ?? "150");
const target = { account: undefined, region: "eu-west-1" };
const replace: ReadonlySet<string> = new Set(["workforce.wildlife"]);

/** What comes in the way of a run: at which of its calls, and what. */
interface Trouble {
  readonly call: number;
  readonly what: "refused" | "killed-before" | "killed-after";
}

class Kill extends Error {}

/** Carries a plan out until it ends or is killed; gives what is on disk then. */
async function runInto(
  made: World,
  planned: Plan,
  troubles: readonly Trouble[],
): Promise<readonly JournalRecord[]> {
  const journal: JournalRecord[] = [];
  const real = made.region();
  let calls = 0;
  let killed = false;
  const unlessKilled = (): void => {
    if (killed) throw new Kill();
  };
  const send: typeof real.send = async (call, sending) => {
    unlessKilled();
    calls += 1;
    const what = troubles.find((trouble) => trouble.call === calls)?.what;
    if (what === "refused") throw new RemoteError("invalid", call.operation, "The user pool is gone.");
    if (what === "killed-after") await real.send(call, sending);
    killed = what !== undefined;
    unlessKilled();
    return real.send(call, sending);
  };
  const ended = run({ ...made, region: () => ({ ...real, send }) }, planned, {
    journal,
    onRecord: unlessKilled,
  });
  await ended.catch((error: unknown) => {
    if (!(error instanceof Kill)) throw error;
  });
  return journal;
}

function historyOf(journal: readonly JournalRecord[], asked: PlanOptions, name: string): RunHistory {
  const request = { ...asked, destroy: false, replace: [...asked.replace], rewriteSecret: [] };
  const first: JournalRecord = { kind: "run", formatVersion: "1.0", stack, local: false, request };
  const time = "2026-03-01T09:00:00.000Z";
  const lines = [first, ...journal].map((record) => JSON.stringify({ time, ...record }));
  const history = runHistory(name, readJournal(lines.join("\n")));
  if (history === undefined) throw new Error("The journal holds a run");
  return history;
}

function planFrom(
  live: LiveRegion,
  desired: Workforce,
  asked: PlanOptions,
  newestFirst: readonly RunHistory[],
): Plan {
  const place = { target, accountId: undefined };
  const known = {
    lost: lostWorkteams(newestFirst, place),
    replaced: isReplaced(newestFirst, place, desired.address, live.workforce),
  };
  return plan(stack, [input(desired, live, known)], options(asked));
}

const teams = [workteam("spotters"), workteam("trackers")];
const rangers = workforce({ workteams: teams });
const radiology = workforce({ workteams: teams, identityProvider: oidc() });
const vetsIn = {
  cognito: {
    CognitoMemberDefinition: { UserPool: "eu-west-1_Savanna01", ClientId: "rangers", UserGroup: "vets" },
  },
  oidc: { OidcMemberDefinition: { Groups: ["vets"] } },
};
const changes: readonly (readonly [Workforce, Workforce])[] = [
  [rangers, rangers],
  [rangers, { ...rangers, name: "animals" }],
  [rangers, { ...rangers, identityProvider: cognito({ clientId: "portal" }) }],
  [radiology, { ...radiology, name: "animals", workteams: teams.slice(1) }],
  [radiology, { ...radiology, identityProvider: oidc({ scope: "openid" }) }],
];

const trouble: fc.Arbitrary<Trouble> = fc.record({
  call: fc.integer({ min: 1, max: 11 }),
  what: fc.constantFrom("refused" as const, "killed-before" as const, "killed-after" as const),
});

test("whatever runs meet and are killed at, a whole one ends where it would have without them", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...changes),
      fc.boolean(),
      fc.array(fc.array(trouble, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      async ([before, after], replaces, troubled, goesBack) => {
        const made = await world();
        const read = async (): Promise<LiveRegion> => made.region().read();
        await run(made, planFrom(await read(), before, options(), []));
        await made.region().send({
          operation: "CreateWorkteam",
          input: {
            WorkteamName: "vets",
            WorkforceName: before.name,
            Description: "The vets",
            MemberDefinitions: [vetsIn[before.identityProvider?.kind ?? "cognito"]],
            Tags: [{ Key: "wf:stack", Value: "biology" }],
          },
        });
        const asked = options({
          carryTeams: true,
          replace: replaces || before === after ? replace : new Set<string>(),
        });
        let newestFirst: readonly RunHistory[] = [];
        const apply = async (
          desired: Workforce,
          wanted: PlanOptions,
          met: readonly Trouble[],
        ): Promise<void> => {
          const journal = await runInto(made, planFrom(await read(), desired, wanted, newestFirst), met);
          newestFirst = [historyOf(journal, wanted, `run ${newestFirst.length}`), ...newestFirst];
        };
        for (const met of troubled) await apply(after, asked, met);
        const goal = goesBack ? before : after;
        await apply(goal, goesBack ? options({ carryTeams: true }) : asked, []);

        const live = await read();
        expect(live.workforce?.name).toBe(goal.name);
        const wanted = [...goal.workteams.map(({ name }) => name), "vets"];
        expect(live.workteams.map(({ name }) => name).sort()).toEqual(wanted.sort());
        const vets = live.workteams.find(({ name }) => name === "vets");
        expect(vets?.tags).toEqual({ readable: true, values: { "wf:stack": "biology" } });
        expect(planFrom(live, goal, options(), newestFirst).targets[0]?.steps).toEqual([]);
        await made.emulator.close();
      },
    ),
    { numRuns: runs },
  );
}, 300_000);
