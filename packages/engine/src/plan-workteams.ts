import type { Workteam } from "@wf/parser";
import { desiredWorkteamAttributes, liveWorkteamAttributes } from "./attributes.ts";
import { type AttributeChange, countUnchanged, diffAttributes } from "./diff.ts";
import type { LiveWorkteam } from "./live-state.ts";
import { ownerOf } from "./ownership.ts";
import type { PlanOptions, TargetInput } from "./plan.ts";
import type { Note, Refusal, WorkforcePlan, WorkteamPlan } from "./plan-model.ts";
import { printWorkteamBlock } from "./print-workteam.ts";

/** AWS's quota per account and region. */
const maximumWorkteams = 25;

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
      .map((team) => planUnwanted(stack, team, recreated, deleted, options)),
  ];
  return {
    plans,
    refusals: [
      ...refuseOthers(stack, desired, live, options),
      ...refuseForeign(plans, live, recreated || deleted, workforce),
      ...refuseTooMany(plans),
    ],
    notes: plans
      .filter((plan) => plan.action === "leave" && !recreated && !deleted)
      .map((plan) => noteLeft(plan.name)),
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

function planUnwanted(
  stack: string,
  team: LiveWorkteam,
  recreated: boolean,
  deleted: boolean,
  options: PlanOptions,
): WorkteamPlan {
  const own = { name: team.name, address: undefined, unchanged: 0, sensitive: new Set<string>() };
  if (ownerOf(team.tags, stack).kind === "ours") {
    return { ...own, action: "delete", changes: diffAttributes(liveWorkteamAttributes(team), new Map()) };
  }
  return { ...own, action: recreated && !deleted && options.carryTeams ? "carry" : "leave", changes: [] };
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
  live: readonly LiveWorkteam[],
  mustGo: boolean,
  workforce: WorkforcePlan | undefined,
): readonly Refusal[] {
  const foreign = mustGo ? plans.filter((plan) => plan.action === "leave") : [];
  if (foreign.length === 0) return [];
  const names = foreign.map((plan) => `"${plan.name}"`).join(", ");
  const blocks = foreign
    .flatMap((plan) => live.filter((team) => team.name === plan.name))
    .map(printWorkteamBlock)
    .join("\n\n");
  const deleted = workforce?.action === "delete";
  return [
    {
      code: "foreign-workteams",
      message: `Every work team must be deleted first, and ${names} of workforce "${workforce?.liveName ?? ""}" ${foreign.length === 1 ? "is" : "are"} not this stack's.`,
      help: deleted
        ? "Delete them where they were made, or move them to this stack with these blocks, apply, and then delete."
        : "Add these blocks to the configuration, or plan with --carry-teams to bring the teams back as they are.",
      blocks,
    },
  ];
}

function refuseTooMany(plans: readonly WorkteamPlan[]): readonly Refusal[] {
  const after = plans.filter((plan) => plan.action !== "delete");
  if (after.length <= maximumWorkteams) return [];
  const others = after.filter((plan) => plan.action === "leave" || plan.action === "carry").length;
  return [
    {
      code: "too-many-workteams",
      message: `There would be ${after.length} work teams (${others} of them not this stack's), and AWS allows ${maximumWorkteams} per account and region.`,
      help: "Take some out of the configuration or of the region.",
    },
  ];
}

function noteLeft(name: string): Note {
  return { severity: "info", message: `Work team "${name}" is not this stack's, and is left alone.` };
}
