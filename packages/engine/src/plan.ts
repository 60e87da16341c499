import { accountIdOf } from "./account-id.ts";
import { secretState } from "./fingerprint.ts";
import { impactOf, notesOnUsage } from "./impact.ts";
import { ignoreChanges } from "./ignore-changes.ts";
import { liveDigest } from "./live-digest.ts";
import type { LiveRegion, LiveWorkteam } from "./live-state.ts";
import type {
  Note,
  Plan,
  Refusal,
  TargetAction,
  TargetPlan,
  WorkforcePlan,
  WorkteamPlan,
} from "./plan-model.ts";
import { sensitiveTexts } from "./sensitive-texts.ts";
import { isBusy } from "./wait-until-settled.ts";
import { planWorkforce } from "./plan-workforce.ts";
import { planWorkteams, recreatesWorkteams } from "./plan-workteams.ts";
import { preflightFindings } from "./preflight/preflight-findings.ts";
import type { PreflightResult } from "./preflight/run-preflight.ts";
import { meetingsOf, noteUnknownAccount, refuseSameAccount } from "./refuse-same-account.ts";
import { stepsOf } from "./steps.ts";
import type { WantedTarget } from "./targets.ts";
import type { Reading, WorkteamUsage } from "./workteam-usage.ts";

/** What the user asked of this plan beyond the configuration. Addresses are those of workforces. */
export interface PlanOptions {
  /** Take workforces and teams from another stack. */
  readonly takeOver: boolean;
  /** Bring teams that are not ours back when the workforce is recreated. */
  readonly carryTeams: boolean;
  /** Delete and create these even if nothing forces it. */
  readonly replace: ReadonlySet<string>;
  /** Send the client secret of these even if nothing shows that it changed. */
  readonly rewriteSecret: ReadonlySet<string>;
}

/** What is wanted in one region, and what is there. */
export interface TargetInput extends WantedTarget {
  /** Of the desired workforce's client secret. */
  readonly fingerprint: string | undefined;
  readonly live: LiveRegion;
  /** The account's id where what is live does not tell it: as the credentials know it, or STS was asked. */
  readonly account?: Reading<string> | undefined;
  /** What came of the checks that the plan gives rise to; none before they were made. */
  readonly preflight?: readonly PreflightResult[];
  /** What depends on the teams that the plan deletes; nothing before it was asked for. */
  readonly usage?: WorkteamUsage | undefined;
  /** Teams that are not ours, which runs that did not finish took away and were to bring back. */
  readonly lost?: readonly LiveWorkteam[] | undefined;
  /** A run that did not finish was asked to replace the workforce, and has. */
  readonly replaced?: boolean | undefined;
}

/** Computes what would happen; pure and total, so that the same inputs give the same plan anywhere. */
export function plan(stack: string, inputs: readonly TargetInput[], options: PlanOptions): Plan {
  const meetings = meetingsOf(inputs);
  return {
    stack,
    targets: inputs.map((input) =>
      planTarget(stack, input, options, {
        refusals: refuseSameAccount(input, meetings),
        notes: noteUnknownAccount(input),
      }),
    ),
  };
}

function planTarget(
  stack: string,
  given: TargetInput,
  options: PlanOptions,
  general: { readonly refusals: readonly Refusal[]; readonly notes: readonly Note[] },
): TargetPlan {
  const input = { ...given, desired: ignoreChanges(given.desired, given.live.workforce) };
  const workforce = planWorkforce(stack, input, options);
  const workteams = planWorkteams(stack, input, workforce.plan, options);
  const checked = preflightFindings(input.preflight ?? [], recreatesWorkteams(workforce.plan));
  const refusals = [...general.refusals, ...workforce.refusals, ...workteams.refusals, ...checked.refusals];
  const action = targetAction(input.live, workforce.plan, workteams.plans, refusals.length > 0);
  const steps =
    action === "refused" || action === "busy"
      ? []
      : stepsOf({ stack, input, workforce: workforce.plan, workteams: workteams.plans });
  const usage = steps.length === 0 ? undefined : input.usage;
  const notes = [
    ...general.notes,
    ...workforce.notes,
    ...workteams.notes,
    ...checked.notes,
    ...notesOnUsage(usage),
  ];
  return {
    target: input.target,
    accountId: accountIdOf(input.live, input.account),
    address: (input.desired ?? input.destroyed)?.address,
    action,
    workforce: workforce.plan,
    workteams: workteams.plans,
    refusals,
    notes,
    steps,
    impact: impactOf(steps, workforce.plan, workteams.plans, usage),
    liveDigest: liveDigest(input.live),
    live: input.live,
    lost: input.lost ?? [],
    secretAtHand: isSecretAtHand(input),
    sensitiveTexts: sensitiveTexts(input.desired ?? input.destroyed),
  };
}

function isSecretAtHand({ live, desired, fingerprint }: TargetInput): boolean {
  if (live.workforce?.identityProvider.kind !== "oidc" || desired?.identityProvider?.kind !== "oidc")
    return false;
  return fingerprint !== undefined && secretState(live.workforce.tags, fingerprint) === "same";
}

function targetAction(
  live: LiveRegion,
  workforce: WorkforcePlan | undefined,
  workteams: readonly WorkteamPlan[],
  refused: boolean,
): TargetAction {
  if (refused) return "refused";
  const own = workforce?.action ?? "none";
  const teamsChange = workteams.some((team) => team.action !== "none" && team.action !== "leave");
  if ((own !== "leave" || teamsChange) && isBusy(live.workforce)) return "busy";
  if (own !== "none" && own !== "leave" && own !== "adopt") return own;
  if (
    workteams.some((team) => team.action !== "none" && team.action !== "leave" && team.action !== "adopt")
  ) {
    return "update";
  }
  return own === "adopt" || workteams.some((team) => team.action === "adopt") ? "adopt" : "none";
}
