import { type RunHistory, type Target, type TargetHistory, targetName } from "@wf/engine";
import { baseCommand } from "../apply-hint.ts";
import type { Context } from "../context.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { printable } from "../render/printable.ts";
import { shellLine } from "../render/shell-line.ts";
import { previousRuns } from "../runs-directory.ts";

/** Lists the runs of this directory, the newest first: one line for each region that a run was about. */
export async function runs(context: Context, json: boolean): Promise<ExitCode> {
  const found = await previousRuns(context);
  const { stdout } = context.io;
  if (json) {
    const document = { format_version: "1.0", runs: found.map(toJson) };
    stdout.write(`${JSON.stringify(document, undefined, 2)}\n`);
  } else if (found.length === 0) {
    stdout.write("There are no runs yet: wf apply writes each of its own to .wf/runs.\n");
  } else {
    const rows = found.flatMap((run) => [
      ...Array.from(run.targets.values(), (part) => rowOf(run, part)),
      ...(run.run.leftOut ?? []).map((target) => leftOutRow(run, target)),
    ]);
    stdout.write(`${table(rows).map(printable).join("\n")}\n`);
    if (found.some((run) => run.targets.values().some(isOpen))) {
      const recover = shellLine([...baseCommand(context), "recover"]);
      stdout.write(`\nTo go on with the newest one that is unfinished, or to undo it: ${recover}\n`);
    }
  }
  return exitCode.fine;
}

function isOpen({ outcome }: TargetHistory): boolean {
  return outcome === "interrupted" || outcome === "failed" || outcome === "stopped";
}

function rowOf(
  { name, started }: RunHistory,
  { plan, outcome, stepsDone }: TargetHistory,
): readonly string[] {
  return [
    shownTime(started),
    name.slice(-8),
    outcome,
    `${stepsDone} of ${plan.steps.length} steps`,
    plan.address ?? "",
    targetName(plan.target),
  ];
}

function leftOutRow({ name, started }: RunHistory, target: Target): readonly string[] {
  return [shownTime(started), name.slice(-8), "left out", "by choice", "", targetName(target)];
}

function shownTime(time: string): string {
  return time.slice(0, 19).replace("T", " ");
}

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

function toJson({ name, started, run, targets }: RunHistory): object {
  return {
    id: name.slice(-8),
    started,
    stack: run.stack,
    destroy: run.request.destroy,
    left_out: run.leftOut ?? [],
    targets: Array.from(targets.values(), ({ plan, outcome, stepsDone, failure }) => ({
      address: plan.address,
      account: plan.target.account,
      region: plan.target.region,
      outcome,
      steps_done: stepsDone,
      steps: plan.steps.length,
      failure,
    })),
  };
}
