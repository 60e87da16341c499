import { type LiveRegion, type RunHistory, type TargetHistory, targetKey } from "@wf/engine";

type Ending = Partial<Pick<TargetHistory, "outcome" | "stepsBegun" | "stepsDone" | "failure" | "restored">>;

const nothing: LiveRegion = { workforce: undefined, workteams: [] };
const target = { account: undefined, region: "eu-west-1" };

/** A replacement with a team, ended after the third of its eight steps had begun. */
export function replacement(
  ending: Ending = {},
  snapshot: { readonly withheld: readonly string[] } | undefined = { withheld: [] },
): TargetHistory {
  const steps = [
    ["DeleteWorkteam", "spotters"],
    ["DeleteWorkteam", "vets"],
    ["DeleteWorkforce", "animals"],
    ["wait", "until animals is gone"],
    ["CreateWorkforce", "savanna"],
    ["wait", "until savanna is Active"],
    ["CreateWorkteam", "spotters"],
    ["CreateWorkteam", "vets"],
  ].map(([operation = "", subject = ""]) => ({ operation, subject }));
  return {
    plan: { kind: "target-plan", target, accountId: undefined, address: "workforce.wildlife", steps },
    outcome: "interrupted",
    settled: undefined,
    stepsBegun: 3,
    stepsDone: 2,
    failure: undefined,
    restored: false,
    snapshot:
      snapshot === undefined
        ? undefined
        : { kind: "snapshot", target, live: nothing, carried: ["vets"], ...snapshot },
    ...ending,
  };
}

/** A run of these parts. */
export function runOf(...targets: readonly TargetHistory[]): RunHistory {
  const request = { destroy: false, takeOver: false, carryTeams: true, replace: [], rewriteSecret: [] };
  return {
    name: "20261122T101112-k3x9q2aa",
    started: "2026-11-22T10:11:12.345Z",
    run: { kind: "run", formatVersion: "1.0", stack: "wildlife", local: false, request },
    targets: new Map(targets.map((each) => [targetKey(each.plan.target), each])),
  };
}
