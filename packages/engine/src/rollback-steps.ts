import type { ApiCall } from "./api-call.ts";
import { recreateWorkforceInput, recreateWorkteamInput } from "./call-inputs.ts";
import { digestOf } from "./digest.ts";
import type { LiveRegion, LiveWorkforce } from "./live-state.ts";
import { ownerOf } from "./ownership.ts";
import type { Step } from "./plan-model.ts";

/** What putting a region back takes, or why that cannot be done. */
export type Rollback =
  | { readonly kind: "possible"; readonly steps: readonly Step[] }
  | { readonly kind: "impossible"; readonly reason: string };

const timeoutMilliseconds = 30 * 60_000;

/**
 * The steps that make a region what it was: the workforce of the snapshot where it is gone, with its tags, and every
 * team of the snapshot that is missing. Settings of a workforce that is still there are left as they are.
 */
export function rollbackSteps(
  before: LiveRegion,
  now: LiveRegion,
  known: {
    readonly stack: string;
    /** The configured client secret is that of the old workforce. */
    readonly secretAtHand: boolean;
  },
): Rollback {
  const old = before.workforce;
  if (old === undefined) return impossible("there was no workforce before");
  const kept = isSame(old, now.workforce);
  const present = new Set(kept ? now.workteams.map((team) => team.name) : []);
  const teams = before.workteams
    .filter((team) => !present.has(team.name))
    .map((team) =>
      call({ operation: "CreateWorkteam", input: recreateWorkteamInput(team, old.name, undefined) }),
    );
  if (kept && teams.length > 0 && now.workforce?.status === "Failed") {
    return impossible("the workforce is Failed, and takes no work team");
  }
  if (kept) return { kind: "possible", steps: teams };
  if (old.status === "Failed") return impossible("the old workforce was Failed");
  if (old.identityProvider.kind === "oidc" && !known.secretAtHand) {
    return impossible("the client secret of the old workforce is not at hand");
  }
  const returning = new Set(before.workteams.map((team) => team.name));
  const foreign = now.workteams.filter(
    (team) => !returning.has(team.name) && ownerOf(team.tags, known.stack).kind !== "ours",
  );
  const owner = now.workforce === undefined ? undefined : ownerOf(now.workforce.tags, known.stack).kind;
  if (foreign.length > 0 || owner === "nobody" || owner === "another-stack") {
    return impossible("there is something in the region now that is not this stack's");
  }
  return { kind: "possible", steps: [...emptying(now), ...creation(old), ...teams] };
}

function impossible(reason: string): Rollback {
  return { kind: "impossible", reason };
}

/** The workforce itself, or one that was created in its place with all that it had: its tags tell its secret. */
function isSame(old: LiveWorkforce, now: LiveWorkforce | undefined): boolean {
  if (now?.name !== old.name) return false;
  if (now.createDate === old.createDate) return true;
  const known = old.tags.readable && now.tags.readable && now.status === "Active";
  return known && digestOf(recreateWorkforceInput(now)) === digestOf(recreateWorkforceInput(old));
}

function emptying({ workforce, workteams }: LiveRegion): readonly Step[] {
  if (workforce === undefined) return [];
  return [
    ...workteams.map(({ name }) => call({ operation: "DeleteWorkteam", input: { WorkteamName: name } })),
    call({ operation: "DeleteWorkforce", input: { WorkforceName: workforce.name } }),
    { kind: "wait", until: "gone", workforceName: workforce.name, timeoutMilliseconds },
  ];
}

function creation(old: LiveWorkforce): readonly Step[] {
  const secret = old.identityProvider.kind === "oidc";
  return [
    call({ operation: "CreateWorkforce", input: recreateWorkforceInput(old) }, secret),
    { kind: "wait", until: "active", workforceName: old.name, timeoutMilliseconds },
  ];
}

function call(apiCall: ApiCall, needsSecret = false): Step {
  return { kind: "call", call: apiCall, needsSecret };
}
