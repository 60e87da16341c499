import {
  type ApplyEvent,
  type Failure,
  type PlanView,
  type Target,
  targetKey,
  targetName,
  type TargetView,
} from "@wf/engine";
import { assertNever } from "@wf/parser";
import { printable } from "../render/printable.ts";

/** What is known of a run at one moment. Every text in it is printable. */
export interface ProgressState {
  readonly now: number;
  readonly startedAt: number;
  /** In the plan's order; only those with something to do. */
  readonly lanes: readonly Lane[];
  /** Where in `lanes` a target's is, by its key. */
  readonly places: ReadonlyMap<string, number>;
  /** Where in `lanes` those are that have come to their end, the first to do so first. */
  readonly ended: readonly number[];
  /** How long the whole run took, once it is over. */
  readonly elapsed: number | undefined;
}

/** `waiting`: for its turn. `stopped`: the user asked for it. */
export type LaneStatus = "waiting" | "running" | "done" | "failed" | "stopped";

/** One target on its way. */
export interface Lane {
  readonly key: string;
  /** The region, and the account where one is named. */
  readonly place: string;
  readonly address: string | undefined;
  /** What each step does, in a few words. */
  readonly titles: readonly string[];
  readonly makesWorkforce: boolean;
  readonly status: LaneStatus;
  /** The step at work or the last one, from 1; 0 before the first. */
  readonly step: number;
  readonly stepsDone: number;
  /** The workforce's status as AWS names it, while a step waits for another. */
  readonly waitingStatus: string | undefined;
  /** Why the call at work is sent again, and how often it has been. */
  readonly retry: { readonly attempt: number; readonly reason: string } | undefined;
  readonly startedAt: number | undefined;
  readonly elapsed: number | undefined;
  readonly failure: Failure | undefined;
  /** The host name of a portal that the run made. */
  readonly portal: string | undefined;
}

export type ProgressEvent = ApplyEvent | { readonly kind: "tick"; readonly now: number };

/** A run before its first event. */
export function initialProgress(view: PlanView, now: number): ProgressState {
  const lanes = view.targets.filter((target) => target.steps.length > 0).map(laneOf);
  return {
    now,
    startedAt: now,
    lanes,
    places: new Map(lanes.map((lane, place) => [lane.key, place])),
    ended: [],
    elapsed: undefined,
  };
}

function laneOf(view: TargetView): Lane {
  const { account, address, region, steps } = view;
  return {
    key: targetKey({ account, region }),
    place: printable(targetName(view)),
    address: address === undefined ? undefined : printable(address),
    titles: steps.map(({ operation, subject }) => printable(`${operation} ${subject}`)),
    makesWorkforce: steps.some(({ operation }) => operation === "CreateWorkforce"),
    status: "waiting",
    step: 0,
    stepsDone: 0,
    waitingStatus: undefined,
    retry: undefined,
    startedAt: undefined,
    elapsed: undefined,
    failure: undefined,
    portal: undefined,
  };
}

/** What is known after one more event. Events carry no time of their own: the last tick tells it. */
export function progress(state: ProgressState, event: ProgressEvent): ProgressState {
  switch (event.kind) {
    case "tick":
      return { ...state, now: event.now };
    case "apply-started":
      return { ...state, startedAt: state.now };
    case "target-started":
      return change(state, event.target, { status: "running", startedAt: state.now });
    case "step-started":
      return change(state, event.target, { step: event.step, ...calm });
    case "step-waiting":
      return change(state, event.target, { waitingStatus: printable(event.status), retry: undefined });
    case "step-retrying": {
      const { attempt, reason } = event;
      return change(state, event.target, { retry: { attempt, reason: printable(reason) } });
    }
    case "step-finished":
      return change(state, event.target, { stepsDone: event.step, ...calm });
    case "rollback-started":
      return change(state, event.target, { waitingStatus: rollbackStatus, retry: undefined });
    case "rollback-finished":
      return change(state, event.target, calm);
    case "target-finished":
      return end(state, event.target, (lane) => ({
        status: "done",
        elapsed: event.elapsedMilliseconds,
        portal:
          event.subDomain === undefined || !lane.makesWorkforce ? undefined : printable(event.subDomain),
      }));
    case "target-failed": {
      const failure = { ...event.failure, message: printable(event.failure.message) };
      return end(state, event.target, () => ({ status: "failed", step: event.step, failure }));
    }
    case "target-stopped":
      return end(state, event.target, () => ({ status: "stopped", stepsDone: event.stepsDone }));
    case "apply-finished":
      return { ...state, elapsed: event.elapsedMilliseconds };
    default:
      return assertNever(event);
  }
}

/** The lane of an event's target. */
export function laneAt(state: ProgressState, target: Target): Lane | undefined {
  return state.lanes[placeOf(state, target)];
}

function placeOf({ places }: ProgressState, target: Target): number {
  return places.get(targetKey(target)) ?? -1;
}

/** Shown in place of a workforce's status while what was deleted is put back. */
const rollbackStatus = "failed for good: putting back what was deleted";
const calm = { waitingStatus: undefined, retry: undefined } as const;

function change(state: ProgressState, target: Target, part: Partial<Lane>): ProgressState {
  const place = placeOf(state, target);
  const lane = state.lanes[place];
  if (lane === undefined) return state;
  return { ...state, lanes: state.lanes.with(place, { ...lane, ...part }) };
}

function end(state: ProgressState, target: Target, part: (lane: Lane) => Partial<Lane>): ProgressState {
  const lane = laneAt(state, target);
  if (lane === undefined) return state;
  const elapsed = lane.startedAt === undefined ? undefined : state.now - lane.startedAt;
  const ended = change(state, target, { elapsed, ...calm, ...part(lane) });
  return { ...ended, ended: [...state.ended, placeOf(state, target)] };
}
