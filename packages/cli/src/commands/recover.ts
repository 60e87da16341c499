import { describePlan, type Plan, planRollback, type PlanView, targetKey } from "@wf/engine";
import { settleRun } from "@wf/engine/node";
import { assertNever } from "@wf/parser";
import type { ApprovalRequest } from "../approval-options.ts";
import type { Context } from "../context.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { goingOn } from "../going-on.ts";
import type { VariableFlag } from "../load-configuration.ts";
import { type LoadedPlan, withPlan } from "../load-plan.ts";
import type { PlanRequest } from "../make-plan.ts";
import { isInteractive } from "../io.ts";
import { describeUnfinished, type RecoverWay } from "../recover/recover-view.ts";
import { newestUnfinished, type UnfinishedRun } from "../recover/unfinished-run.ts";
import { counted } from "../render/counted.ts";
import { previousRuns, runsDirectory } from "../runs-directory.ts";
import { UserError } from "../user-error.ts";
import { type OnReading, withEvents } from "../with-events.ts";
import { applyCommand, approveAndApply, waitingOn } from "./apply.ts";

export interface RecoverOptions extends ApprovalRequest {
  readonly variables: readonly VariableFlag[];
  /** Go on, put back what the run deleted, or do neither and count it as over; where it isn't said, a person is asked. */
  readonly how: RecoverWay | undefined;
  readonly parallelism: number;
}

/** Ends the newest run that is unfinished. */
export async function recover(context: Context, options: RecoverOptions): Promise<ExitCode> {
  const unfinished = newestUnfinished(await previousRuns(context));
  if (unfinished === undefined) {
    context.io.stdout.write("Every run is finished: there is nothing to recover.\n");
    return exitCode.fine;
  }
  const { run, parts } = unfinished;
  if (goingOn(context)(run)) {
    throw new UserError(
      `The run of ${run.started} is still going on: process ${run.run.pid ?? ""}.`,
      "Wait until it is done, or interrupt it where it was started.",
    );
  }
  const way = await wayOf(context, unfinished, options);
  switch (way) {
    case undefined:
      return exitCode.error;
    case "forget":
      for (const { plan } of parts) {
        const record = { kind: "target-settled", target: plan.target, how: "forgotten" } as const;
        settleRun(runsDirectory(context), run, record);
      }
      context.io.stdout.write(`The run of ${run.started} counts as over. Nothing was changed.\n`);
      return exitCode.fine;
    case "rollback":
      return withEvents(context, options.json, async (onReading) =>
        rollBack(context, unfinished, options, onReading),
      );
    case "continue":
      return applyCommand(context, { ...options, file: undefined, request: requestOf(unfinished, options) });
    default:
      return assertNever(way);
  }
}

/** What was said, or what a person says; going on, where there is nobody to ask. */
async function wayOf(
  { io, out }: Context,
  unfinished: UnfinishedRun,
  { autoApprove, how, json }: RecoverOptions,
): Promise<RecoverWay | undefined> {
  if (how !== undefined) return how;
  if (autoApprove || json || !isInteractive(io)) return "continue";
  const { askRecoverWay } = await import("../ui/run-recover.tsx");
  return askRecoverWay(io, describeUnfinished(unfinished), out);
}

/** What the run was asked for, of those of its regions that it did not finish. */
function requestOf({ run, parts }: UnfinishedRun, { parallelism }: RecoverOptions): PlanRequest {
  const addresses = parts.flatMap((part) => part.plan.address ?? []);
  const { request } = run.run;
  return {
    ...request,
    skipPreflight: request.skipPreflight ?? [],
    strictPreflight: request.strictPreflight ?? false,
    allowPrivateIdp: request.allowPrivateIdp ?? false,
    allRegions: request.allRegions ?? false,
    targets: addresses.length === parts.length ? addresses : [],
    parallelism,
  };
}

async function rollBack(
  context: Context,
  unfinished: UnfinishedRun,
  options: RecoverOptions,
  onReading: OnReading,
): Promise<ExitCode> {
  const request = { ...requestOf(unfinished, options), replace: [], rewriteSecret: [], takeOver: false };
  const code = await withPlan(
    context,
    options.variables,
    request,
    async (loaded) => {
      const plan = planRollbacks(unfinished, loaded);
      const result = await approveAndApply(
        context,
        { ...loaded, plan, view: describeRollback(plan) },
        { ...options, request, approved: false, rollback: true },
      );
      if (result !== exitCode.fine) return result;
      for (const { target } of plan.targets) {
        const record = { kind: "target-settled", target, how: "rolled-back" } as const;
        settleRun(runsDirectory(context), unfinished.run, record);
      }
      return result;
    },
    { waiting: waitingOn(context), onReading },
  );
  return code ?? exitCode.error;
}

/** What is put back is no change that the configuration asks for, so the totals are told in steps. */
function describeRollback(plan: Plan): PlanView {
  const view = describePlan(plan);
  const changed = plan.targets.filter(({ steps }) => steps.length > 0);
  if (changed.length === 0) return view;
  const steps = changed.reduce((sum, target) => sum + target.steps.length, 0);
  const summary = `Roll back: ${counted(steps, "step")} in ${counted(changed.length, "region")}.`;
  return { ...view, outcome: "changes", summary };
}

function planRollbacks({ parts }: UnfinishedRun, loaded: LoadedPlan): Plan {
  const { stack } = loaded.plan;
  const targets = parts.map((part) => {
    const { address, target } = part.plan;
    const found = loaded.plan.targets.find((each) => targetKey(each.target) === targetKey(target));
    if (found === undefined) {
      throw new UserError(
        `The configuration does not answer for ${target.region} any more.`,
        "Put its block, or the region's name in wf.regions, back.",
      );
    }
    const fingerprint = loaded.fingerprints.get(address ?? "");
    const planned = planRollback(part, found, { stack, fingerprint });
    if ("plan" in planned) return planned.plan;
    throw new UserError(planned.obstacle, "Go on with the run instead: wf recover --continue");
  });
  return { stack, targets };
}
