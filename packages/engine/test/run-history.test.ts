import { describe, expect, test } from "vitest";
import type { JournalRecord } from "../src/journal.ts";
import type { LiveWorkforce } from "../src/live-state.ts";
import { readJournal } from "../src/journal-schema.ts";
import {
  isReplaced,
  lostWorkteams,
  placeOf,
  type RunHistory,
  runHistory,
  type TargetHistory,
  unfinishedPart,
} from "../src/run-history.ts";
import { liveWorkforce, liveWorkteam, nobodys, region } from "./builders.ts";

const target = { account: undefined, region: "eu-west-1" };
const place = { target, accountId: "123456789012" };
const elsewhere = { target, accountId: "210987654321" };
const vets = liveWorkteam("vets", { tags: nobodys });

const begun: readonly JournalRecord[] = [
  {
    kind: "run",
    formatVersion: "1.0",
    stack: "labeling",
    local: false,
    request: { destroy: false, takeOver: false, carryTeams: true, replace: [], rewriteSecret: [] },
  },
  {
    kind: "target-plan",
    target,
    accountId: undefined,
    address: "workforce.wildlife",
    steps: [{ operation: "DeleteWorkteam", subject: "vets" }],
  },
  { kind: "apply-started", targets: 1, steps: 1 },
  {
    kind: "snapshot",
    target,
    live: region(liveWorkforce(), [liveWorkteam("spotters"), vets]),
    carried: ["vets"],
    withheld: [],
  },
];
const deleting: JournalRecord = { kind: "step-started", target, step: 1 };
const finished: JournalRecord = {
  kind: "target-finished",
  target,
  elapsedMilliseconds: 9,
  subDomain: undefined,
};
const failed: JournalRecord = {
  kind: "target-failed",
  target,
  step: 1,
  steps: 1,
  failure: { reason: "invalid", message: "The user pool is gone." },
};
const restored: JournalRecord = { kind: "rollback-finished", target, failure: undefined };
const settled: JournalRecord = { kind: "target-settled", target, how: "forgotten" };

/** A run as it is read back from its file. */
function runOf(name: string, ...more: readonly JournalRecord[]): RunHistory {
  const time = "2026-03-01T09:00:00.000Z";
  const text = [...begun, ...more].map((record) => JSON.stringify({ time, ...record })).join("\n");
  const history = runHistory(name, readJournal(`${text}\n{"time":"2026-03-01T09:00:01`));
  if (history === undefined) throw new Error("The journal holds a run");
  return history;
}

test("a journal that was cut off is read as far as it goes", () => {
  expect([...runOf("one", deleting).targets.values()]).toMatchObject([
    {
      outcome: "interrupted",
      stepsBegun: 1,
      stepsDone: 0,
      snapshot: { live: { workteams: [{}, { name: "vets" }] } },
    },
  ]);
  expect(runHistory("none", readJournal("not a journal"))).toBeUndefined();
});

describe("what unfinished runs took away", () => {
  test.each<[string, readonly RunHistory[], readonly string[], string | undefined]>([
    ["nothing was ever run", [], [], undefined],
    ["the run was killed", [runOf("one", deleting)], ["vets"], "one"],
    ["the run was killed before its first step", [runOf("one")], [], undefined],
    ["the run failed", [runOf("one", deleting, failed)], ["vets"], "one"],
    ["the run failed and put everything back", [runOf("one", deleting, restored, failed)], [], "one"],
    ["the run finished", [runOf("one", deleting, finished)], [], undefined],
    ["the run was given up", [runOf("one", deleting, settled)], [], undefined],
    ["two runs were killed", [runOf("two", deleting), runOf("one", deleting)], ["vets"], "two"],
    [
      "a later run failed and put back what it had found",
      [runOf("two", deleting, restored, failed), runOf("one", deleting)],
      ["vets"],
      "two",
    ],
    ["a later run finished", [runOf("two", deleting, finished), runOf("one", deleting)], [], undefined],
    ["an earlier run finished", [runOf("two"), runOf("one", deleting, finished)], [], undefined],
    ["a later run began nothing", [runOf("two"), runOf("one", deleting)], ["vets"], "one"],
  ])("%s", (_, newestFirst, lost, unfinished) => {
    expect(lostWorkteams(newestFirst, place).map(({ name }) => name)).toEqual(lost);
    expect(unfinishedPart(newestFirst, place)?.run.name).toBe(unfinished);
    const clinics = { target: { ...target, account: "clinics" }, accountId: undefined };
    expect(lostWorkteams(newestFirst, clinics)).toEqual([]);
  });
});

/** The same run under credentials of another account, which found the region empty and so writes down whose it is. */
function ranElsewhere(history: RunHistory): RunHistory {
  const targets = [...history.targets].map(([key, part]) => {
    const plan = { ...part.plan, accountId: elsewhere.accountId };
    return [key, { ...part, plan, snapshot: undefined }] as const;
  });
  return { ...history, targets: new Map(targets) };
}

describe("what a run took away in another account", () => {
  const killed = runOf("one", deleting);
  const finishedElsewhere = ranElsewhere(runOf("two", deleting, finished));

  test("is not lost in this one", () => {
    expect(placeOf(part(killed))).toEqual(place);
    expect(lostWorkteams([killed], elsewhere)).toEqual([]);
    expect(unfinishedPart([killed], elsewhere)).toBeUndefined();
  });

  test("is lost there still, after a run in this one finished", () => {
    expect(placeOf(part(finishedElsewhere))).toEqual(elsewhere);
    expect(lostWorkteams([finishedElsewhere, killed], place).map(({ name }) => name)).toEqual(["vets"]);
    expect(unfinishedPart([finishedElsewhere, killed], place)?.run.name).toBe("one");
  });

  test("may be this one's, where nothing tells which account this is", () => {
    const unknown = { target, accountId: undefined };
    expect(lostWorkteams([killed], unknown).map(({ name }) => name)).toEqual(["vets"]);
    expect(lostWorkteams([finishedElsewhere, killed], unknown)).toEqual([]);
  });
});

function part({ targets }: RunHistory): TargetHistory {
  const [only] = targets.values();
  if (only === undefined) throw new Error("The run has one target");
  return only;
}

/** The same run, asked to replace the workforce. */
function asked(history: RunHistory): RunHistory {
  const { run } = history;
  return { ...history, run: { ...run, request: { ...run.request, replace: ["workforce.wildlife"] } } };
}

describe("a replacement that --replace asked for is under way", () => {
  const later = liveWorkforce({ createDate: "2026-03-01T09:05:00.000Z" });
  const killed = asked(runOf("one", deleting));
  test.each<[string, readonly RunHistory[], LiveWorkforce | undefined, boolean]>([
    ["not before any run", [], later, false],
    ["where another workforce is there since a run that was killed", [killed], later, true],
    ["not where the old one is there", [killed], liveWorkforce(), false],
    ["not where none is there", [killed], undefined, false],
    ["not where nobody asked for it", [runOf("one", deleting)], later, false],
    ["not where the run finished", [asked(runOf("one", deleting, finished))], later, false],
    ["not where the run put it back", [asked(runOf("one", deleting, restored, failed))], later, false],
    ["where a later run was killed, too", [runOf("two", deleting), killed], later, true],
    ["not where a later run finished", [runOf("two", deleting, finished), killed], later, false],
  ])("%s", (_, newestFirst, live, expected) => {
    expect(isReplaced(newestFirst, place, "workforce.wildlife", live)).toBe(expected);
    expect(isReplaced(newestFirst, place, "workforce.other", live)).toBe(false);
  });
});
