import { assertNever, type Workforce, type Workteam } from "@wf/parser";
import type { ApiCall, Tag } from "./api-call.ts";
import {
  createWorkforceInput,
  createWorkteamInput,
  recreateWorkteamInput,
  updateWorkforceInput,
  updateWorkteamInput,
} from "./call-inputs.ts";
import type { AttributeChange } from "./diff.ts";
import { withdrawnFingerprint } from "./fingerprint.ts";
import type { LiveRegion, LiveTags, LiveWorkforce, LiveWorkteam } from "./live-state.ts";
import { isOurTag, ownerOf, secretTag, stackTag, userTags } from "./ownership.ts";
import type { TargetInput } from "./plan.ts";
import type { CallStep, Step, WaitStep, WorkforcePlan, WorkteamPlan } from "./plan-model.ts";
import { recreatesWorkteams } from "./plan-workteams.ts";

/** What has been decided about one region. */
export interface Decisions {
  readonly stack: string;
  readonly input: TargetInput;
  readonly workforce: WorkforcePlan | undefined;
  readonly workteams: readonly WorkteamPlan[];
}

/** The ordered calls and waits that carry the decisions out. */
export function stepsOf(decisions: Decisions): readonly Step[] {
  const { input, workforce } = decisions;
  const desired = input.desired;
  const live = input.live.workforce;
  if (workforce === undefined) return [];
  switch (workforce.action) {
    case "create":
      return desired === undefined ? [] : [...creation(decisions, desired), ...teamsBack(decisions)];
    case "delete":
      return live === undefined ? [] : [...teamsOut(input.live), ...deletion(live, input.destroyed)];
    case "replace":
      if (desired === undefined || live === undefined) return [];
      return [
        ...teamsOut(input.live),
        ...deletion(live, desired),
        ...creation(decisions, desired),
        ...teamsBack(decisions),
      ];
    case "update":
      return desired === undefined || live === undefined ? [] : update(decisions, workforce, desired, live);
    case "adopt":
    case "none":
    case "leave":
      return [...workforceTags(decisions), ...teamChanges(decisions)];
    default:
      return assertNever(workforce.action);
  }
}

const defaultDeleteTimeout = 30 * 60_000;

function creation(decisions: Decisions, desired: Workforce): readonly Step[] {
  const { stack, input } = decisions;
  const tags = ownTags(stack, input.fingerprint, desired.tags);
  const secret = desired.identityProvider?.kind === "oidc";
  return [
    call({ operation: "CreateWorkforce", input: createWorkforceInput(desired, tags) }, secret),
    wait("active", desired.name, desired.timeouts.create),
  ];
}

function deletion(live: LiveWorkforce, desired: Workforce | undefined): readonly Step[] {
  return [
    call({ operation: "DeleteWorkforce", input: { WorkforceName: live.name } }),
    wait("gone", live.name, desired?.timeouts.delete ?? defaultDeleteTimeout),
  ];
}

function update(
  decisions: Decisions,
  plan: WorkforcePlan,
  desired: Workforce,
  live: LiveWorkforce,
): readonly Step[] {
  const calls = plan.changes.some((change) => change.effect !== "tags");
  const staged = recreatesWorkteams(plan);
  const updateCall: readonly Step[] = calls
    ? [
        call({ operation: "UpdateWorkforce", input: updateWorkforceInput(plan, desired) }, staged),
        wait("active", desired.name, desired.timeouts.update),
      ]
    : [];
  if (!staged) return [...updateCall, ...workforceTags(decisions), ...teamChanges(decisions)];
  return [
    ...withdrawFingerprint(live),
    ...teamsOut(decisions.input.live),
    ...updateCall,
    ...workforceTags(decisions),
    ...teamsBack(decisions),
  ];
}

/** From here until the new fingerprint is written, nothing says that the live secret is the configured one. */
function withdrawFingerprint(live: LiveWorkforce): readonly Step[] {
  if (!live.tags.readable || live.tags.values[secretTag] === withdrawnFingerprint) return [];
  return [addTags(live.arn, [{ Key: secretTag, Value: withdrawnFingerprint }])];
}

function teamsOut(live: LiveRegion): readonly Step[] {
  return live.workteams.map((team) =>
    call({ operation: "DeleteWorkteam", input: { WorkteamName: team.name } }),
  );
}

/** Every team that comes back or is new, once the workforce is Active. */
function teamsBack(decisions: Decisions): readonly Step[] {
  return decisions.workteams.flatMap((plan) => {
    if (plan.action === "carry" || plan.action === "restore") return bringBack(decisions, plan.name);
    return plan.action === "create" || plan.action === "recreate" ? createTeam(decisions, plan.name) : [];
  });
}

/** A team that is not ours, as it was. */
function bringBack(decisions: Decisions, name: string): readonly Step[] {
  const { input, workforce } = decisions;
  const team = liveTeam(decisions, name) ?? input.lost?.find((each) => each.name === name);
  if (team === undefined || workforce === undefined) return [];
  const made = recreateWorkteamInput(team, workforce.name, input.desired);
  return [call({ operation: "CreateWorkteam", input: made })];
}

/** Teams go first, so that the quota is never passed on the way. */
function teamChanges(decisions: Decisions): readonly Step[] {
  const of = (action: WorkteamPlan["action"]): readonly WorkteamPlan[] =>
    decisions.workteams.filter((plan) => plan.action === action);
  return [
    ...of("delete").map((plan) => call({ operation: "DeleteWorkteam", input: { WorkteamName: plan.name } })),
    ...decisions.workteams
      .filter((plan) => plan.action === "update" || plan.action === "adopt")
      .flatMap((plan) => updateTeam(decisions, plan)),
    ...of("create").flatMap((plan) => createTeam(decisions, plan.name)),
    ...of("restore").flatMap((plan) => bringBack(decisions, plan.name)),
  ];
}

function createTeam(decisions: Decisions, name: string): readonly Step[] {
  const { stack, input, workforce } = decisions;
  const team = desiredTeam(decisions, name);
  const provider = input.desired?.identityProvider ?? input.live.workforce?.identityProvider;
  if (team === undefined || workforce === undefined || provider === undefined) return [];
  const tags = ownTags(stack, undefined, team.tags);
  return [
    call({ operation: "CreateWorkteam", input: createWorkteamInput(team, workforce.name, provider, tags) }),
  ];
}

function updateTeam(decisions: Decisions, plan: WorkteamPlan): readonly Step[] {
  const { stack, input } = decisions;
  const team = desiredTeam(decisions, plan.name);
  const live = liveTeam(decisions, plan.name);
  const provider = input.desired?.identityProvider ?? input.live.workforce?.identityProvider;
  if (team === undefined || live === undefined || provider === undefined) return [];
  const calls = plan.changes.some((change) => change.path !== "tags");
  return [
    ...(calls ? [call({ operation: "UpdateWorkteam", input: updateWorkteamInput(team, provider) })] : []),
    ...tagSteps(live.arn, live.tags, ownTags(stack, undefined, team.tags), plan.changes),
  ];
}

function workforceTags(decisions: Decisions): readonly Step[] {
  const { stack, input, workforce } = decisions;
  const live = input.live.workforce;
  if (live === undefined || input.desired === undefined) return [];
  if (workforce === undefined || workforce.action === "leave") return [];
  const rewritten = recreatesWorkteams(workforce);
  const taken = ownerOf(live.tags, stack).kind === "another-stack";
  const known = live.tags.readable && !taken ? live.tags.values[secretTag] : undefined;
  return tagSteps(
    live.arn,
    rewritten && live.tags.readable
      ? { readable: true, values: { ...live.tags.values, [secretTag]: withdrawnFingerprint } }
      : live.tags,
    ownTags(stack, rewritten ? input.fingerprint : known, input.desired.tags),
    workforce.changes,
  );
}

/** Calls that turn the live tags into the wanted ones, the user's where they change; none where tags cannot be read. */
function tagSteps(
  arn: string,
  live: LiveTags,
  wanted: readonly Tag[],
  changes: readonly AttributeChange[],
): readonly Step[] {
  if (!live.readable) return [];
  const changed = changes.some((change) => change.path === "tags");
  const names = new Set(wanted.map((tag) => tag.Key));
  const removable = [
    ...(changed ? Object.keys(userTags(live) ?? {}) : []),
    ...(secretTag in live.values ? [secretTag] : []),
  ];
  const removed = removable.filter((key) => !names.has(key));
  const set = wanted.filter((tag) => (changed || isOurTag(tag.Key)) && live.values[tag.Key] !== tag.Value);
  return [
    ...(removed.length === 0
      ? []
      : [call({ operation: "DeleteTags", input: { ResourceArn: arn, TagKeys: removed.sort() } })]),
    ...(set.length === 0 ? [] : [addTags(arn, set)]),
  ];
}

/** The user's tags and ours, sorted by key. */
function ownTags(
  stack: string,
  fingerprint: string | undefined,
  tags: Readonly<Record<string, string>>,
): readonly Tag[] {
  const all = {
    ...tags,
    [stackTag]: stack,
    ...(fingerprint === undefined ? {} : { [secretTag]: fingerprint }),
  };
  return Object.entries(all)
    .map(([Key, Value]) => ({ Key, Value }))
    .sort((left, right) => (left.Key < right.Key ? -1 : 1));
}

function addTags(arn: string, tags: readonly Tag[]): CallStep {
  return call({ operation: "AddTags", input: { ResourceArn: arn, Tags: tags } });
}

function call(apiCall: ApiCall, needsSecret = false): CallStep {
  return { kind: "call", call: apiCall, needsSecret };
}

function wait(until: WaitStep["until"], workforceName: string, timeoutMilliseconds: number): WaitStep {
  return { kind: "wait", until, workforceName, timeoutMilliseconds };
}

function desiredTeam(decisions: Decisions, name: string): Workteam | undefined {
  return decisions.input.desired?.workteams.find((team) => team.name === name);
}

function liveTeam(decisions: Decisions, name: string): LiveWorkteam | undefined {
  return decisions.input.live.workteams.find((team) => team.name === name);
}
