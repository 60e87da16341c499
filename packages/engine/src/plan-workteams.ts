import type { Workteam } from "@wf/parser";
import { desiredWorkteamAttributes, liveWorkteamAttributes } from "./attributes.ts";
import { type AttributeChange, countUnchanged, diffAttributes } from "./diff.ts";
import type { LiveWorkteam } from "./live-state.ts";
import { ownerOf } from "./ownership.ts";
import type { PlanOptions, TargetInput } from "./plan.ts";
import type { Note, Refusal, WorkforcePlan, WorkteamPlan } from "./plan-model.ts";
import { printWorkteamBlock } from "./print-workteam.ts";

/** AWS's quota per account and region. */
export const maximumWorkteams = 25;

interface PlannedWorkteams {
  readonly plans: readonly WorkteamPlan[];
  readonly refusals: readonly Refusal[];
  readonly notes: readonly Note[];
}

/** Decides what happens to each work team, given what happens to the workforce that holds them. */
export function planWorkteams(
  stack: string,
  input: TargetInput,
  workforce: WorkforcePlan | undefined,
  options: PlanOptions,
): PlannedWorkteams {
  const desired = input.desired?.workteams ?? [];
  const live = input.live.workteams;
  const wanted = new Set(desired.map((team) => team.name));
  const recreated = recreatesWorkteams(workforce);
  const deleted = workforce?.action === "delete";
  const plans = [
    ...desired.map((team) => planWanted(stack, team, live, recreated, options)),
    ...live
      .filter((team) => !wanted.has(team.name))
      .map((team) => planUnwanted(stack, team, input, recreated && options.carryTeams)),
    ...lostOf(input)
      .filter((team) => !wanted.has(team.name) && fits(team, input))
      .map(planLost),
  ];
  return {
    plans,
    refusals: [
      ...refuseOthers(stack, desired, live, options),
      ...(recreated || deleted ? refuseForeign(plans, input, workforce) : []),
      ...refuseTooMany(plans, live.length),
    ],
    notes: [
      ...plans
        .filter((plan) => plan.action === "leave" && !recreated && !deleted)
        .map((plan) => noteLeft(plan.name)),
      ...plans
        .filter((plan) => plan.action === "carry")
        .flatMap((plan) => live.filter((team) => team.name === plan.name))
        .flatMap(noteTagsLost),
      ...lostOf(input)
        .filter((team) => !wanted.has(team.name))
        .map((team) => noteLost(team, fits(team, input))),
    ],
  };
}

/** Teams that a run took away and never brought back. */
function lostOf({ lost = [], live, desired }: TargetInput): readonly LiveWorkteam[] {
  if (desired === undefined) return [];
  const present = new Set(live.workteams.map((team) => team.name));
  return lost.filter((team) => !present.has(team.name));
}

/** Whether a team's members fit the workforce that will be there. */
function fits(team: LiveWorkteam, { desired, live }: TargetInput): boolean {
  const provider = desired?.identityProvider ?? live.workforce?.identityProvider;
  return team.members.every((member) => member.kind === provider?.kind);
}

function planLost(team: LiveWorkteam): WorkteamPlan {
  return {
    name: team.name,
    address: undefined,
    action: "restore",
    changes: diffAttributes(new Map(), liveWorkteamAttributes(team)),
    unchanged: 0,
    sensitive: new Set<string>(),
  };
}

/** Whether AWS makes every team go first: for a replacement, and for any change of the OIDC configuration. */
export function recreatesWorkteams(workforce: WorkforcePlan | undefined): boolean {
  if (workforce?.action === "replace") return true;
  return workforce?.action === "update" && workforce.changes.some((change) => change.effect === "staged");
}

function planWanted(
  stack: string,
  team: Workteam,
  live: readonly LiveWorkteam[],
  recreated: boolean,
  options: PlanOptions,
): WorkteamPlan {
  const found = live.find((each) => each.name === team.name);
  const changes =
    found === undefined
      ? diffAttributes(new Map(), desiredWorkteamAttributes(team))
      : teamChanges(team, found);
  const unchanged =
    found === undefined ? 0 : countUnchanged(liveWorkteamAttributes(found), desiredWorkteamAttributes(team));
  const own = { name: team.name, address: team.address, changes, unchanged, sensitive: team.sensitive };
  if (found === undefined) return { ...own, action: "create" };
  if (recreated) return { ...own, action: "recreate" };
  if (changes.length > 0) return { ...own, action: "update" };
  const owner = ownerOf(found.tags, stack);
  const adopted = owner.kind === "nobody" || (owner.kind === "another-stack" && options.takeOver);
  return { ...own, action: adopted ? "adopt" : "none" };
}

function teamChanges(team: Workteam, live: LiveWorkteam): readonly AttributeChange[] {
  const changes = diffAttributes(liveWorkteamAttributes(live), desiredWorkteamAttributes(team));
  return live.tags.readable ? changes : changes.filter((change) => change.path !== "tags");
}

function planUnwanted(stack: string, team: LiveWorkteam, input: TargetInput, carries: boolean): WorkteamPlan {
  const block = input.destroyed?.workteams.find((each) => each.name === team.name);
  const own = {
    name: team.name,
    address: block?.address,
    unchanged: 0,
    sensitive: block?.sensitive ?? new Set<string>(),
  };
  const owner = ownerOf(team.tags, stack);
  if (owner.kind === "ours" || (owner.kind === "unknown" && block !== undefined)) {
    return { ...own, action: "delete", changes: diffAttributes(liveWorkteamAttributes(team), new Map()) };
  }
  return { ...own, action: carries && fits(team, input) ? "carry" : "leave", changes: [] };
}

function refuseOthers(
  stack: string,
  desired: readonly Workteam[],
  live: readonly LiveWorkteam[],
  options: PlanOptions,
): readonly Refusal[] {
  if (options.takeOver) return [];
  return desired.flatMap((team) => {
    const found = live.find((each) => each.name === team.name);
    const owner = found === undefined ? undefined : ownerOf(found.tags, stack);
    if (owner?.kind !== "another-stack") return [];
    return [
      {
        code: "owned-by-another-stack" as const,
        message: `Work team "${team.name}" belongs to stack "${owner.stack}", and this is stack "${stack}".`,
        help: "Change it from that stack, or plan with --take-over to make it this stack's.",
      },
    ];
  });
}

function refuseForeign(
  plans: readonly WorkteamPlan[],
  input: TargetInput,
  workforce: WorkforcePlan | undefined,
): readonly Refusal[] {
  const foreign = plans.filter((plan) => plan.action === "leave");
  if (foreign.length === 0) return [];
  const names = foreign.map((plan) => `"${plan.name}"`).join(", ");
  const foreignNames = new Set(foreign.map((plan) => plan.name));
  const teams = input.live.workteams.filter((team) => foreignNames.has(team.name));
  const blocks = teams
    .filter((team) => input.destroyed?.workteams.every((each) => each.name !== team.name) ?? true)
    .map(printWorkteamBlock)
    .join("\n\n");
  return [
    {
      code: "foreign-workteams",
      message: `Every work team must be deleted first, and ${names} of workforce "${workforce?.liveName ?? ""}" ${foreign.length === 1 ? "is" : "are"} not this stack's.`,
      help: helpForeign(
        workforce?.action === "delete",
        teams.every((team) => fits(team, input)),
      ),
      blocks: blocks === "" ? undefined : blocks,
    },
  ];
}

function helpForeign(deleted: boolean, fitting: boolean): string {
  if (deleted) {
    return "Delete them where they were made, or move them to this stack with these blocks, apply, and then delete.";
  }
  return fitting
    ? "Add these blocks to the configuration, or plan with --carry-teams to bring the teams back as they are."
    : "Add these blocks to the configuration with groups of the new identity provider: as they are, their members do not fit it.";
}

/** AWS judges by what there would be when a team is added; where none is added, the region may hold what it holds. */
function refuseTooMany(plans: readonly WorkteamPlan[], liveCount: number): readonly Refusal[] {
  const after = plans.filter((plan) => plan.action !== "delete");
  if (after.length <= Math.max(maximumWorkteams, liveCount)) return [];
  const others = after.filter((plan) => plan.action === "leave" || plan.action === "carry").length;
  return [
    {
      code: "too-many-workteams",
      message: `There would be ${after.length} work teams (${others} of them not this stack's), and AWS allows ${maximumWorkteams} per account and region.`,
      help: "Take some out of the configuration or of the region.",
    },
  ];
}

function noteTagsLost(team: LiveWorkteam): readonly Note[] {
  if (team.tags.readable) return [];
  const message = `Work team "${team.name}" comes back without tags: those it has cannot be read (${team.tags.reason}).`;
  return [{ severity: "warning", message }];
}

function noteLost({ name }: LiveWorkteam, fitting: boolean): Note {
  const what = `Work team "${name}", which is not this stack's, was deleted by a run that did not finish`;
  const message = fitting
    ? `${what}, and is brought back as it was.`
    : `${what}, and cannot be brought back: its members do not fit the identity provider.`;
  return { severity: "warning", message };
}

function noteLeft(name: string): Note {
  return { severity: "info", message: `Work team "${name}" is not this stack's, and is left alone.` };
}
