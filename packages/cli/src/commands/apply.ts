import { apply, type Approval, approvalFor, type PlanView } from "@wf/engine";
import { openFileJournal, systemClock } from "@wf/engine/node";
import { randomUUID } from "node:crypto";
import path from "node:path";
import type { Context } from "../context.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { isInteractive } from "../io.ts";
import type { VariableFlag } from "../load-configuration.ts";
import { type LoadedPlan, withPlan } from "../load-plan.ts";
import type { PlanRequest } from "../make-plan.ts";
import { printable } from "../render/printable.ts";
import { renderPlanText } from "../render/plan-text.ts";
import { type Presenter, presenterFor } from "../present-run.ts";
import { checkApproved, requestOf, variablesOf } from "../saved-plan.ts";
import { loadPlanFile } from "../save-plan.ts";
import { UserError } from "../user-error.ts";

export interface ApplyCommandOptions {
  readonly variables: readonly VariableFlag[];
  readonly request: PlanRequest;
  /** A saved plan. */
  readonly file: string | undefined;
  readonly autoApprove: boolean;
  readonly allowDelete: boolean;
  readonly json: boolean;
}

/** Plans, asks, applies; or applies a saved plan if nothing has moved since. `destroy` is the same with an empty wish. */
export async function applyCommand(context: Context, options: ApplyCommandOptions): Promise<ExitCode> {
  const saved = options.file === undefined ? undefined : await loadPlanFile(context, options.file);
  const request = saved === undefined ? options.request : requestOf(saved, options.request.parallelism);
  const variables = saved === undefined ? options.variables : [...variablesOf(saved), ...options.variables];
  const presenter = presenterFor(context, { json: options.json, destroy: request.destroy });
  const code = await withPlan(
    context,
    variables,
    request,
    async (loaded) => {
      const { view } = loaded;
      if (saved !== undefined) {
        const moved = checkApproved(saved, loaded);
        if (moved !== undefined) {
          throw new UserError(moved, `The plan would now be:\n\n${renderPlanText(view, context.err)}`);
        }
      }
      presenter.plan(view);
      if (view.outcome === "refused") return exitCode.error;
      const approval = approvalFor(loaded.plan);
      if (approval.kind === "nothing-to-do") {
        await presenter.outputs(loaded);
        return exitCode.fine;
      }
      // A saved plan was approved when it was reviewed.
      if (saved === undefined && !(await isApproved(context, approval, view, options))) return exitCode.error;
      return carryOut(context, loaded, view, presenter, request.parallelism);
    },
    {
      timeoutMilliseconds: 30 * 60_000,
      onWaiting: (target, status) =>
        void context.io.stderr.write(
          `${target.region}: the workforce is ${status}; waiting until AWS is done with it.\n`,
        ),
    },
  );
  return code ?? exitCode.error;
}

async function isApproved(
  context: Context,
  approval: Approval,
  view: PlanView,
  options: ApplyCommandOptions,
): Promise<boolean> {
  if (options.autoApprove) {
    if (approval.kind !== "names" || options.allowDelete) return true;
    const names = approval.names.map((name) => JSON.stringify(name)).join(", ");
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
  return askApproval(context.io, approval, view, context.out);
}

async function carryOut(
  context: Context,
  loaded: LoadedPlan,
  view: PlanView,
  presenter: Presenter,
  parallelism: number,
): Promise<ExitCode> {
  const journal = await openFileJournal(
    path.join(context.directory, ".wf", "runs"),
    randomUUID().slice(0, 8),
    systemClock,
  );
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
    const events = apply(loaded.plan, ports, { parallelism }, stop.signal);
    const finished = await presenter.run(view, events, () => stop.abort());
    await presenter.outputs(loaded);
    return finished ? exitCode.fine : exitCode.error;
  } finally {
    await journal.close();
  }
}
