import type { Diagnostic } from "@wf/parser";
import { describePlan } from "./describe-plan.ts";
import type { Plan, TargetPlan } from "./plan-model.ts";
import type { DriftView, PlanCounts, TargetView } from "./plan-view.ts";

/**
 * What is live and not what the configuration says. It is told as the plan that would put it right, without what carrying
 * it out takes and costs; AWS keeps no more of who changed it than when it was.
 */
export function describeDrift(plan: Plan, diagnostics: readonly Diagnostic[] = []): DriftView {
  const view = describePlan(plan, diagnostics);
  const targets = view.targets.map((target, index) => ({
    ...target,
    steps: [],
    impact: [],
    notes: [...target.notes, ...(isAdrift(target) ? lastChange(plan.targets[index]) : [])],
  }));
  const adrift = targets.filter(isAdrift).length;
  return { ...view, targets, drift: adrift > 0, summary: summarize(adrift, targets.length, view.counts) };
}

/** A region that is refused as two accounts are one is a mistake of the configuration, and busy ones are not judged yet. */
function isAdrift({ action, refusals }: TargetView): boolean {
  if (action === "refused") return !refusals.every(({ code }) => code === "same-account");
  return action !== "none" && action !== "busy";
}

function summarize(adrift: number, all: number, { busy, warnings }: PlanCounts): string {
  const regions = all === 1 ? "1 region" : `${all} regions`;
  const waiting = busy === 0 ? "" : ` AWS is at work in ${busy} of them.`;
  if (adrift > 0) return `Drift: ${adrift} of ${regions} not as configured.${waiting}`;
  const warned = warnings === 0 ? "" : " Read the warnings.";
  return `No drift: ${regions} as configured, as far as AWS tells.${waiting}${warned}`;
}

function lastChange(plan: TargetPlan | undefined): TargetView["notes"] {
  const workforce = plan?.live.workforce;
  if (workforce === undefined) return [];
  const { createDate, lastUpdatedDate, name } = workforce;
  const when = lastUpdatedDate ?? createDate;
  const said =
    when === undefined
      ? `When workforce "${name}" was last changed, AWS does not tell`
      : `Workforce "${name}" itself was last changed at ${when}`;
  const command = `aws cloudtrail lookup-events --region ${plan?.target.region ?? ""} --lookup-attributes AttributeKey=EventSource,AttributeValue=sagemaker.amazonaws.com`;
  const message = `${said}. Who changed what, CloudTrail keeps for 90 days:`;
  return [{ severity: "info", message, command }];
}
