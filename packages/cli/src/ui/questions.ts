import { type Approval, type LosingTarget, type PlanView, targetKey, type TargetView } from "@wf/engine";
import { assertNever } from "@wf/parser";
import { counted } from "../render/counted.ts";
import { regionOf } from "../render/place-list.ts";
import { printable } from "../render/printable.ts";

/** Something to be approved by typing an answer. Every text in it is printable. */
export interface Question {
  readonly answer: string;
  /** What happens if it is approved. */
  readonly what: string;
  /** What the workers notice, in sentences. */
  readonly impact: readonly string[];
  /** What to type. */
  readonly prompt: string;
}

/** The questions that an approval comes down to, in the plan's order. */
export function questionsOf(approval: Approval, view: PlanView): readonly Question[] {
  switch (approval.kind) {
    case "nothing-to-do":
      return [];
    case "yes":
      return [yesQuestion(view)];
    case "names":
      return approval.losing.map((losing) => nameQuestion(losing, view));
    default:
      return assertNever(approval);
  }
}

function yesQuestion({ targets }: PlanView): Question {
  const changed = targets.filter(({ steps }) => steps.length > 0);
  const steps = changed.reduce((sum, target) => sum + target.steps.length, 0);
  return {
    answer: "yes",
    what: `${counted(steps, "step")} in ${counted(changed.length, "region")}, as shown above. No workforce or work team is deleted.`,
    impact: changed.flatMap((target) =>
      target.impact.map(({ message }) =>
        printable(changed.length === 1 ? message : `${target.region}: ${message}`),
      ),
    ),
    prompt: 'Only "yes" is taken as approval.',
  };
}

function nameQuestion({ target, workforce }: LosingTarget, { targets }: PlanView): Question {
  const shown = targets.find(({ account, region }) => targetKey({ account, region }) === targetKey(target));
  return {
    answer: workforce,
    what: `Workforce "${printable(workforce)}" ${shown === undefined ? "loses something" : lossOf(shown)}.`,
    impact: (shown?.impact ?? []).map(({ message }) => printable(message)),
    prompt: `Only its name, ${printable(workforce)}, is taken as approval.`,
  };
}

function lossOf(target: TargetView): string {
  const { action } = target;
  const where = regionOf(target);
  if (action === "delete") return `in ${where} is deleted`;
  return action === "replace" ? `in ${where} is deleted and created again` : `in ${where} loses work teams`;
}
