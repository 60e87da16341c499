import type { LiveRegion } from "./live-state.ts";
import { ownerOf } from "./ownership.ts";
import type { Target } from "./plan-model.ts";
import { RemoteError } from "./remote-error.ts";

/** What came of looking into the regions that a configuration does not name. */
export interface Sweep {
  /** How many could be read. */
  readonly looked: number;
  /** Workforces found there that are not this stack's. */
  readonly others: readonly OtherWorkforce[];
  readonly unread: readonly UnreadRegion[];
}

interface OtherWorkforce {
  readonly target: Target;
  readonly workforce: string;
  /** The stack that it belongs to; undefined where it has none, or its tags cannot be read. */
  readonly stack: string | undefined;
  readonly tagsReadable: boolean;
}

/** A region that could not be looked into, which is to be expected of some. */
interface UnreadRegion {
  readonly target: Target;
  readonly reason: ExpectedReason;
}

/** A region that is not enabled for an account does not know its credentials; one without SageMaker has no address. */
const expectedReasons = {
  "invalid-credentials": true,
  "endpoint-unreachable": true,
  "access-denied": true,
} as const;

type ExpectedReason = keyof typeof expectedReasons;

/** A look into one region: what it holds, or why that is not known. */
export interface Look {
  readonly target: Target;
  readonly found: LiveRegion | RemoteError;
}

/** What is done about each look. */
export interface JudgedLooks {
  /** Those that found something of the stack: they are planned. */
  readonly ours: readonly { readonly target: Target; readonly live: LiveRegion }[];
  readonly sweep: Sweep;
  /** Those that failed for a reason that is not the region's own. */
  readonly failures: readonly { readonly target: Target; readonly error: RemoteError }[];
}

/**
 * Judges looks into regions that nothing names. `answering` are the accounts that answered in a region that is named: of
 * an account that answers nowhere, the credentials or the network are at fault, not the regions.
 */
export function judgeLooks(
  stack: string,
  looks: readonly Look[],
  answering: ReadonlySet<string | undefined>,
): JudgedLooks {
  const read = looks.flatMap(({ target, found }) =>
    found instanceof RemoteError ? [] : [{ target, live: found }],
  );
  const answers = new Set([...answering, ...read.map(({ target }) => target.account)]);
  const failed = looks.flatMap(({ target, found }) =>
    found instanceof RemoteError ? [{ target, error: found }] : [],
  );
  const isExpected = ({ target, error }: (typeof failed)[number]): boolean =>
    isExpectedReason(error.reason) && answers.has(target.account);
  return {
    ours: read.filter(({ live }) => isOurs(stack, live)),
    sweep: {
      looked: read.length,
      others: read.flatMap(({ target, live }) => (isOurs(stack, live) ? [] : otherIn(target, live))),
      unread: failed.flatMap(({ target, error: { reason } }) =>
        isExpectedReason(reason) && answers.has(target.account) ? [{ target, reason }] : [],
      ),
    },
    failures: failed.filter((each) => !isExpected(each)),
  };
}

/** Whether a region holds a workforce, or work teams, that are this stack's without doubt. */
export function isOurs(stack: string, { workforce, workteams }: LiveRegion): boolean {
  const held = workforce === undefined ? [] : [workforce, ...workteams];
  return held.some(({ tags }) => ownerOf(tags, stack).kind === "ours");
}

function otherIn(target: Target, { workforce }: LiveRegion): readonly OtherWorkforce[] {
  if (workforce === undefined) return [];
  const { name, tags } = workforce;
  const owner = ownerOf(tags, "");
  const stack = owner.kind === "another-stack" ? owner.stack : undefined;
  return [{ target, workforce: name, stack, tagsReadable: tags.readable }];
}

function isExpectedReason(reason: string): reason is ExpectedReason {
  return Object.hasOwn(expectedReasons, reason);
}
