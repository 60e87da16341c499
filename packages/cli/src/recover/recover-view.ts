import { rollbackObstacle, type TargetHistory, targetHeading } from "@wf/engine";
import { printable } from "../render/printable.ts";
import type { UnfinishedRun } from "./unfinished-run.ts";

/** How an unfinished run may be ended. */
export type RecoverWay = "continue" | "rollback" | "forget";

/** An unfinished run as it is shown; every text in it is printable. */
export interface RecoverView {
  /** When the run began, in UTC. */
  readonly started: string;
  readonly targets: readonly RecoverTarget[];
  readonly choices: readonly RecoverChoice[];
}

/** What an unfinished run did in one region. */
export interface RecoverTarget {
  readonly heading: string;
  /** How it ended, in a sentence. */
  readonly verdict: string;
  readonly steps: readonly RecoverStep[];
  /** What it took away and did not bring back. */
  readonly gone: readonly string[];
}

/** One step of the run; of one that was begun it is not known whether it was carried out. */
export interface RecoverStep {
  readonly text: string;
  readonly state: "done" | "failed" | "begun" | "open";
}

/** One way to end the run. */
export interface RecoverChoice {
  readonly way: RecoverWay;
  readonly label: string;
  /** What it does. */
  readonly does: string;
  /** Why it cannot be chosen. */
  readonly obstacle: string | undefined;
}

/** Decides what is shown of an unfinished run. */
export function describeUnfinished({ run, parts }: UnfinishedRun): RecoverView {
  const targets = parts.map(describeTarget);
  const gone = targets.flatMap((target) => target.gone);
  const obstacle = parts.map(rollbackObstacle).find((each) => each !== undefined);
  const lost =
    gone.length === 0
      ? ""
      : " Of what it took away, later runs bring back only what the configuration holds.";
  return {
    started: printable(run.started.slice(0, 19).replace("T", " ")),
    targets,
    choices: [
      {
        way: "continue",
        label: "Continue",
        does: "Plans again from what is there now, shows it, asks, and carries out what is left.",
        obstacle: undefined,
      },
      {
        way: "rollback",
        label: "Roll back",
        does: "Puts back what the run deleted: shows it, and asks. A workforce that is created again has a new sign-in address.",
        obstacle: obstacle === undefined ? undefined : printable(obstacle),
      },
      {
        way: "forget",
        label: "Forget",
        does: `Changes nothing in AWS, and counts the run as over.${lost}`,
        obstacle: undefined,
      },
    ],
  };
}

function describeTarget(part: TargetHistory): RecoverTarget {
  const { plan, outcome, stepsBegun, stepsDone, failure } = part;
  const count = `${stepsDone} of ${plan.steps.length} steps done`;
  const why = failure === undefined ? "" : ` ${failure.message}`;
  return {
    heading: printable(targetHeading({ ...plan.target, address: plan.address })),
    verdict: printable(`${endings[outcome]}, ${count}.${why}`),
    steps: plan.steps.map(({ operation, subject }, index) => ({
      text: printable(`${operation} ${subject}`),
      state: index < stepsDone ? "done" : index < stepsBegun ? lastState(failure) : "open",
    })),
    gone: part.restored ? [] : goneAfter(part),
  };
}

/** Of the step at which the run ended. */
function lastState(failure: TargetHistory["failure"]): RecoverStep["state"] {
  return failure === undefined || failure.reason === "outcome-unknown" ? "begun" : "failed";
}

const endings: Readonly<Record<TargetHistory["outcome"], string>> = {
  finished: "Finished",
  settled: "Settled",
  failed: "Failed",
  stopped: "Stopped",
  interrupted: "Interrupted",
};

/** What the steps that were done deleted and did not create again. */
function goneAfter({ plan, stepsDone }: TargetHistory): readonly string[] {
  const gone = new Map<string, string>();
  for (const { operation, subject } of plan.steps.slice(0, stepsDone)) {
    if (operation === "DeleteWorkforce")
      gone.set(`workforce ${subject}`, `workforce "${printable(subject)}"`);
    if (operation === "DeleteWorkteam") gone.set(`workteam ${subject}`, `work team "${printable(subject)}"`);
    if (operation === "CreateWorkforce") gone.delete(`workforce ${subject}`);
    if (operation === "CreateWorkteam") gone.delete(`workteam ${subject}`);
  }
  return [...gone.values()];
}
