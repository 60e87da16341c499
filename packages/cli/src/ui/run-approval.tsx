import { type Approval, type PlanView, targetKey } from "@wf/engine";
import type { Io } from "../io.ts";
import { listOf, regionOf } from "../render/place-list.ts";
import type { Theme } from "../render/theme.ts";
import { ApprovalScreen, type ApprovalScreenProps } from "./approval-screen.tsx";
import type { BrowserState } from "./browser-state.ts";
import { untilClosed } from "./mount.ts";
import { questionsOf } from "./questions.ts";
import { browsePlan } from "./run-browser.tsx";
import { lookOf } from "./theme.ts";
import { withoutTargets } from "../progress/without-targets.ts";

/** What is to be approved. */
export interface ApprovalSubject {
  readonly view: PlanView;
  /** What the plan needs without the targets of these keys. */
  readonly approvalOf: (leftOut: ReadonlySet<string>) => Approval;
  /** Whether a person may leave regions out. */
  readonly choosing: boolean;
}

/** What a person decided; `leftOut` has the keys of the targets that are not to be applied. */
export type Decision =
  | { readonly approved: true; readonly leftOut: ReadonlySet<string> }
  | { readonly approved: false };

/**
 * Asks a person for what a plan needs before it may be applied, and lets them look at it and leave regions out before
 * they answer. A refusal is told on the screen, which then belongs to the caller again.
 */
export async function askApproval(io: Io, subject: ApprovalSubject, colors?: Theme): Promise<Decision> {
  const { approvalOf, view } = subject;
  const choosing = subject.choosing && view.targets.filter(({ steps }) => steps.length > 0).length > 1;
  let leftOut: ReadonlySet<string> = new Set();
  let browser: BrowserState | undefined;
  for (;;) {
    const chosen = withoutTargets(view, leftOut);
    const questions = questionsOf(approvalOf(leftOut), chosen);
    if (questions.length === 0) return { approved: true, leftOut };
    const look = lookOf(io, colors);
    const outcome = await ask(io, { questions, leftOut: leftOutText(view, leftOut), choosing, look });
    if (outcome === "approved") return { approved: true, leftOut };
    if (outcome !== "browsing") return { approved: false };
    // An empty frame leaves a blank line, in which the question is asked again.
    io.stdout.write(lineUp);
    browser = await browsePlan(io, view, { back: "back to the question", choosing, colors, from: browser });
    if (browser === undefined) {
      io.stdout.write(`${look.colors.error("Cancelled.")} Nothing was changed.\n`);
      return { approved: false };
    }
    ({ leftOut } = browser);
  }
}

const lineUp = "\u001B[1A";

function leftOutText(view: PlanView, leftOut: ReadonlySet<string>): string {
  if (leftOut.size === 0) return "";
  const targets = view.targets.filter(({ account, region }) => leftOut.has(targetKey({ account, region })));
  return `Left out by choice: ${listOf(targets.map(regionOf))}.`;
}

type Outcome = Parameters<ApprovalScreenProps["onEnd"]>[0];

async function ask(io: Io, asked: Omit<ApprovalScreenProps, "onEnd">): Promise<Outcome> {
  // A terminal that goes away gives no answer.
  let outcome: Outcome = "cancelled";
  const onEnd = (end: Outcome): void => {
    outcome = end;
  };
  await untilClosed(io, <ApprovalScreen {...asked} onEnd={onEnd} />);
  return outcome;
}
