import type { Approval, PlanView } from "@wf/engine";
import { render } from "ink";
import type { Io } from "../io.ts";
import type { Theme } from "../render/theme.ts";
import { ApprovalScreen } from "./approval-screen.tsx";
import { questionsOf } from "./questions.ts";
import { lookOf, readsAloud } from "./theme.ts";

/**
 * Asks a person for what a plan needs before it may be applied, and resolves to whether it was given. A refusal is
 * told on the screen, which then belongs to the caller again.
 */
export async function askApproval(
  io: Io,
  approval: Approval,
  view: PlanView,
  colors?: Theme,
): Promise<boolean> {
  const questions = questionsOf(approval, view);
  if (questions.length === 0) return true;
  const { stdin, stdout, stderr } = io;
  const instance = render(<ApprovalScreen questions={questions} look={lookOf(io, colors)} />, {
    stdin,
    stdout,
    stderr,
    exitOnCtrlC: false,
    patchConsole: false,
    interactive: true,
    isScreenReaderEnabled: readsAloud(io),
  });
  // A terminal that goes away gives no answer.
  const hangUp = (): void => instance.unmount();
  stdin.once("end", hangUp);
  try {
    return (await instance.waitUntilExit()) === true;
  } finally {
    stdin.off("end", hangUp);
  }
}
