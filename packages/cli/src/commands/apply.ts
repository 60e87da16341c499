import {
  apply,
  type Approval,
  approvalFor,
  journalFormatVersion,
  type Plan,
  targetKey,
  unfinishedPart,
} from "@wf/engine";
import { type FileJournal, openFileJournal, settleRun, systemClock } from "@wf/engine/node";
import { randomUUID } from "node:crypto";
import { planningOptions } from "../apply-hint.ts";
import type { ApprovalRequest } from "../approval-options.ts";
import { type Context, shownPath } from "../context.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { isInteractive } from "../io.ts";
import type { VariableFlag } from "../load-configuration.ts";
import { type LoadedPlan, withPlan } from "../load-plan.ts";
import type { PlanRequest, Waiting } from "../make-plan.ts";
import { reasonOf } from "../read-sources.ts";
import { regionOf } from "../render/place-list.ts";
import { printable } from "../render/printable.ts";
import { staleLine } from "../render/plan-event-lines.ts";
import { renderStaleness } from "../render/staleness-text.ts";
import { type Presenter, presenterFor } from "../present-run.ts";
import { runsDirectory } from "../runs-directory.ts";
import { checkApproved, requestOf, variablesOf } from "../saved-plan.ts";
import { loadPlanFile } from "../save-plan.ts";
import type { ApprovalSubject, Decision } from "../ui/run-approval.tsx";
import { UserError } from "../user-error.ts";
import { type OnReading, withEvents, writeEvent } from "../with-events.ts";

export interface ApplyCommandOptions extends ApprovalRequest {
  readonly variables: readonly VariableFlag[];
  readonly request: PlanRequest;
  /** A saved plan. */
  readonly file: string | undefined;
}

/** Plans, asks, applies; or applies a saved plan if nothing has moved since. `destroy` is the same with an empty wish. */
export async function applyCommand(context: Context, options: ApplyCommandOptions): Promise<ExitCode> {
  return withEvents(context, options.json, async (onReading) => planAndApply(context, options, onReading));
}

async function planAndApply(
  context: Context,
  options: ApplyCommandOptions,
  onReading: OnReading,
): Promise<ExitCode> {
  const saved = options.file === undefined ? undefined : await loadPlanFile(context, options.file);
  if (saved !== undefined) refuseOptions(options.request);
  const request = saved === undefined ? options.request : requestOf(saved, options.request.parallelism);
  const variables = saved === undefined ? options.variables : [...variablesOf(saved), ...options.variables];
  const code = await withPlan(
    context,
    variables,
    request,
    async (loaded) => {
      const stale = saved === undefined ? undefined : checkApproved(saved, loaded);
      if (stale !== undefined) {
        const help = "Nothing was changed. Have a new plan reviewed.";
        if (options.json) writeEvent(context, staleLine(stale, help));
        context.io.stderr.write(renderStaleness(stale, loaded.view, context.err));
        return exitCode.error;
      }
      // A saved plan was approved when it was reviewed.
      return approveAndApply(context, loaded, {
        ...options,
        request,
        approved: saved !== undefined,
        rollback: false,
      });
    },
    { waiting: waitingOn(context), onReading },
  );
  return code ?? exitCode.error;
}

/** A saved plan was made with options of its own, and reviewed with them. */
function refuseOptions(request: PlanRequest): void {
  const given = planningOptions(request).filter((option) => option.startsWith("--"));
  if (given.length === 0) return;
  throw new UserError(
    `A saved plan is carried out as it was made, and ${[...new Set(given)].join(", ")} would make another.`,
    "Leave it out, or plan anew with it: wf plan --out FILE.",
  );
}

/** Half an hour for AWS to be done with what it is at work on; told when it begins, and when the status changes. */
export function waitingOn(context: Context): Waiting {
  const told = new Map<string, string>();
  return {
    timeoutMilliseconds: 30 * 60_000,
    onWaiting: (target, status) => {
      if (told.get(targetKey(target)) === status) return;
      told.set(targetKey(target), status);
      context.io.stderr.write(
        `${regionOf(target)}: the workforce is ${printable(status)}; waiting until AWS is done with it.\n`,
      );
    },
  };
}

/** How a plan is approved and carried out. */
export interface ApplyOptions {
  readonly request: PlanRequest;
  readonly autoApprove: boolean;
  readonly allowDelete: boolean;
  readonly json: boolean;
  /** It was approved before. */
  readonly approved: boolean;
  /** It puts back what an unfinished run deleted, in all regions or not at all. */
  readonly rollback: boolean;
}

/** Shows a plan, asks, and carries it out. */
export async function approveAndApply(
  context: Context,
  loaded: LoadedPlan,
  options: ApplyOptions,
): Promise<ExitCode> {
  const { view } = loaded;
  const { request } = options;
  const presenter = presenterFor(context, options);
  presenter.plan(view);
  if (view.outcome === "refused") return exitCode.error;
  const busy = view.targets.filter((target) => target.action === "busy").map((target) => target.region);
  if (busy.length > 0) {
    throw new UserError(
      `AWS is still at work on the workforce of ${busy.join(", ")} after half an hour.`,
      "Nothing was changed. Look at it in the console, and run the command again when AWS is done.",
    );
  }
  await settleUnfinished(context, loaded);
  const approval = approvalFor(loaded.plan);
  if (approval.kind === "nothing-to-do") {
    await presenter.outputs(loaded, request.parallelism);
    return exitCode.fine;
  }
  const decision = options.approved ? approvedWhole : await decide(context, approval, loaded, options);
  if (!decision.approved) return exitCode.error;
  return carryOut(context, loaded, { leftOut: decision.leftOut, rollback: options.rollback }, presenter);
}

const approvedWhole: Decision = { approved: true, leftOut: new Set() };

/** Where nothing is left to do, a run that did not finish there is over all the same. */
async function settleUnfinished(context: Context, loaded: LoadedPlan): Promise<void> {
  for (const { accountId, action, target } of loaded.plan.targets) {
    const unfinished = action === "none" ? unfinishedPart(loaded.runs, { target, accountId }) : undefined;
    if (unfinished === undefined) continue;
    const record = { kind: "target-settled", target, how: "nothing-left" } as const;
    settleRun(runsDirectory(context), unfinished.run, record);
  }
}

async function decide(
  context: Context,
  approval: Approval,
  { plan, view }: LoadedPlan,
  options: ApplyOptions,
): Promise<Decision> {
  if (options.autoApprove) {
    if (approval.kind !== "names" || options.allowDelete) return approvedWhole;
    const names = approval.losing.map(({ workforce }) => JSON.stringify(workforce)).join(", ");
    throw new UserError(
      `The plan deletes something live of workforce ${printable(names)}, and --auto-approve alone does not allow that.`,
      "Add --allow-delete if that is meant.",
    );
  }
  if (options.json || !isInteractive(context.io)) {
    throw new UserError(
      "The plan needs an approval, and there is no terminal to ask on.",
      "Add --auto-approve, or save the plan with wf plan --out FILE and apply that file.",
    );
  }
  const { askApproval } = await import("../ui/run-approval.tsx");
  context.io.stdout.write("\n");
  const approvalOf: ApprovalSubject["approvalOf"] = (leftOut) => approvalFor(planWithout(plan, leftOut));
  return askApproval(context.io, { view, approvalOf, choosing: !options.rollback }, context.out);
}

function planWithout(plan: Plan, leftOut: ReadonlySet<string>): Plan {
  return { ...plan, targets: plan.targets.filter(({ target }) => !leftOut.has(targetKey(target))) };
}

async function openJournal(context: Context): Promise<FileJournal> {
  const directory = runsDirectory(context);
  try {
    return await openFileJournal(directory, randomUUID().slice(0, 8), systemClock);
  } catch (error) {
    throw new UserError(
      `No journal of the run can be kept in ${shownPath(context, directory)}: ${reasonOf(error)}.`,
      "Nothing was changed. Make the directory writable: what a run has begun must be known after a crash.",
      { cause: error },
    );
  }
}

async function carryOut(
  context: Context,
  loaded: LoadedPlan,
  { leftOut, rollback }: Pick<ApplyOptions, "rollback"> & { readonly leftOut: ReadonlySet<string> },
  presenter: Presenter,
): Promise<ExitCode> {
  const journal = await openJournal(context);
  const { targets: _, parallelism, ...asked } = loaded.request;
  const plan = planWithout(loaded.plan, leftOut);
  const others = loaded.plan.targets
    .filter((each) => !plan.targets.includes(each))
    .map(({ target }) => target);
  await journal.append({
    kind: "run",
    formatVersion: journalFormatVersion,
    stack: loaded.plan.stack,
    local: context.local,
    request: asked,
    ...(rollback ? { rollback } : {}),
    ...(others.length === 0 ? {} : { leftOut: others }),
  });
  const secrets = new Map(
    loaded.configuration.workforces.flatMap(({ address, identityProvider }) =>
      identityProvider?.kind === "oidc" ? [[address, identityProvider.clientSecret] as const] : [],
    ),
  );
  const stop = new AbortController();
  const ports = {
    regionOf: loaded.connection.regionOf,
    secretOf: (address: string) => secrets.get(address),
    clock: systemClock,
    journal,
  };
  try {
    const events = apply(plan, ports, { parallelism }, stop.signal);
    const finished = await presenter.run(loaded.view, events, { stop: () => stop.abort(), leftOut: others });
    await presenter.outputs(loaded, parallelism);
    return finished ? exitCode.fine : exitCode.error;
  } finally {
    await journal.close();
  }
}
