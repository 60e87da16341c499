import type { ApiCall } from "./api-call.ts";
import type { AttributeChange } from "./diff.ts";
import type { LiveRegion, LiveWorkteam } from "./live-state.ts";
import type { Sweep } from "./sweep.ts";
import type { WorkteamUsage } from "./workteam-usage.ts";

/** What would happen in every region that the configuration answers for. */
export interface Plan {
  readonly stack: string;
  readonly targets: readonly TargetPlan[];
  /** What came of looking into regions that nothing names; undefined where nobody looked. */
  readonly sweep?: Sweep | undefined;
}

/** One region of one account; `account` is the name of an `account` block, undefined for the credential chain as it is. */
export interface Target {
  readonly account: string | undefined;
  readonly region: string;
}

/**
 * What happens to one region. `busy`: AWS is at work on the workforce, so nothing can be planned until it is done.
 * `refused`: see `refusals`; there are no steps.
 */
export type TargetAction = "none" | "create" | "update" | "adopt" | "replace" | "delete" | "busy" | "refused";

export interface TargetPlan {
  readonly target: Target;
  /** The account's, as far as it is known. */
  readonly accountId: string | undefined;
  /** The workforce block's address; undefined where no block names the region. */
  readonly address: string | undefined;
  readonly action: TargetAction;
  readonly workforce: WorkforcePlan | undefined;
  readonly workteams: readonly WorkteamPlan[];
  readonly refusals: readonly Refusal[];
  readonly notes: readonly Note[];
  /** The calls and waits, in order; what apply does, and nothing else. */
  readonly steps: readonly Step[];
  readonly impact: Impact;
  /** Identifies the region as it was read. */
  readonly liveDigest: string;
  /** The region as it was read. */
  readonly live: LiveRegion;
  /** Teams that are not ours, which unfinished runs took away. */
  readonly lost: readonly LiveWorkteam[];
  /** The configured client secret is the one that the live workforce has, so that it could be made again. */
  readonly secretAtHand: boolean;
  /** Texts that must not be shown, wherever they turn up. */
  readonly sensitiveTexts: ReadonlySet<string>;
}

export interface WorkforcePlan {
  /** The name after the change, or the live one where it is deleted or left. */
  readonly name: string;
  readonly liveName: string | undefined;
  readonly action: "none" | "create" | "update" | "adopt" | "replace" | "delete" | "leave";
  readonly changes: readonly WorkforceChange[];
  /** How many attributes stay as they are. */
  readonly unchanged: number;
  /** The live portal's host name. */
  readonly liveSubDomain: string | undefined;
  /** Why it is deleted and created, beyond the changes that force it: it Failed, or `--replace` names it. */
  readonly replaceReasons: readonly string[];
  /** Paths whose values are shown masked. */
  readonly sensitive: ReadonlySet<string>;
}

/**
 * What AWS does with a change: `replace` has no call but delete-then-create, `staged` is an update that AWS takes only
 * while no work team exists, `tags` has calls of its own.
 */
export type ChangeEffect = "replace" | "staged" | "in-place" | "tags";

export interface WorkforceChange extends AttributeChange {
  readonly effect: ChangeEffect;
}

export interface WorkteamPlan {
  readonly name: string;
  readonly address: string | undefined;
  /**
   * `recreate`: it goes and comes back with the workforce; `carry`: the same for one that is not ours; `restore`: one
   * that was carried away by a run that did not finish comes back; `leave`: not ours.
   */
  readonly action:
    | "none"
    | "create"
    | "update"
    | "adopt"
    | "recreate"
    | "carry"
    | "restore"
    | "delete"
    | "leave";
  readonly changes: readonly AttributeChange[];
  readonly unchanged: number;
  readonly sensitive: ReadonlySet<string>;
}

/** Why a region is not touched, and what to do about it. */
export interface Refusal {
  readonly code:
    | "foreign-workteams"
    | "owned-by-another-stack"
    | "owner-unknown"
    | "preflight-failed"
    | "prevent-destroy"
    | "same-account"
    | "too-many-workteams"
    | "workforce-failed"
    | "workforce-missing";
  readonly message: string;
  readonly help: string;
  /** Configuration that would lift the refusal, ready to paste. */
  readonly blocks?: string | undefined;
}

/** Something that a reviewer should know; a warning where it may surprise. */
export interface Note {
  readonly severity: "warning" | "info";
  readonly message: string;
  /** What to run in a shell, where the message ends with it. */
  readonly command?: string | undefined;
}

export type Step = CallStep | WaitStep;

/** One call. `needsSecret`: the client secret is added when it is sent. */
export interface CallStep {
  readonly kind: "call";
  readonly call: ApiCall;
  readonly needsSecret: boolean;
}

/** Wait until the workforce is Active, or gone. */
export interface WaitStep {
  readonly kind: "wait";
  readonly until: "active" | "gone";
  readonly workforceName: string;
  readonly timeoutMilliseconds: number;
}

/** What the workers notice. Steps are counted from 1. */
export interface Impact {
  /** The portal cannot be reached from one step to another. */
  readonly portalClosed: { readonly fromStep: number; readonly toStep: number } | undefined;
  /** The sign-in address and the redirect URI that the identity provider must allow become others. */
  readonly signInAddressChanges: boolean;
  /** Teams that are away for a while. */
  readonly workteamsRecreated: readonly string[];
  /** Teams that go for good. */
  readonly workteamsDeleted: readonly string[];
  /** What depends on the teams that go, for good or for a while; undefined where it was not asked for. */
  readonly usage: WorkteamUsage | undefined;
}
