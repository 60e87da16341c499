import { describePlan, placeOf, type Plan, planRollback, type PlanView, targetKey } from "@wf/engine";
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
import { regionOf } from "../render/place-list.ts";
import { previousRuns, runsDirectory } from "../runs-directory.ts";
import { UserError } from "../user-error.ts";
import { type OnReading, withEvents } from "../with-events.ts";
import { type ApplyOptions, approveAndApply, waitingOn } from "./apply.ts";

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
    case "continue":
      return withEvents(context, options.json, async (onReading) =>
        carryOut(context, unfinished, way, options, onReading),
      );
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

async function carryOut(
  context: Context,
  unfinished: UnfinishedRun,
  way: "rollback" | "continue",
  options: RecoverOptions,
  onReading: OnReading,
): Promise<ExitCode> {
  const rollback = way === "rollback";
  const asked = requestOf(unfinished, options);
  const request = rollback ? { ...asked, replace: [], rewriteSecret: [], takeOver: false } : asked;
  const code = await withPlan(
    context,
    options.variables,
    request,
    async (loaded) => {
      refuseOtherAccount(unfinished, loaded.plan);
      const how = { ...options, request, approved: false, rollback };
      return rollback ? rollBack(context, loaded, how, unfinished) : approveAndApply(context, loaded, how);
    },
    { waiting: waitingOn(context), onReading },
  );
  return code ?? exitCode.error;
}

/** With other credentials, the same regions are other ones than those that the run has changed. */
function refuseOtherAccount({ run, parts }: UnfinishedRun, { targets }: Plan): void {
  for (const part of parts) {
    const { accountId, target } = placeOf(part);
    const here = targets.find((each) => targetKey(each.target) === targetKey(target))?.accountId;
    if (accountId === undefined || here === undefined || here === accountId) continue;
    throw new UserError(
      `The run of ${run.started} changed ${regionOf(target)} in account ${accountId}, and the credentials are those of account ${here}.`,
      "Nothing was changed. Run the command with credentials of the run's account (AWS_PROFILE), or give the run up: wf recover --forget",
    );
  }
}

async function rollBack(
  context: Context,
  loaded: LoadedPlan,
  options: ApplyOptions,
  unfinished: UnfinishedRun,
): Promise<ExitCode> {
  const plan = planRollbacks(unfinished, loaded);
  const result = await approveAndApply(context, { ...loaded, plan, view: describeRollback(plan) }, options);
  if (result !== exitCode.fine) return result;
  for (const { target } of plan.targets) {
    const record = { kind: "target-settled", target, how: "rolled-back" } as const;
    settleRun(runsDirectory(context), unfinished.run, record);
  }
  return result;
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
