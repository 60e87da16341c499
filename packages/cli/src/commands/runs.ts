import { type RunHistory, type Target, type TargetHistory, targetName } from "@wf/engine";
import { assertNever } from "@wf/parser";
import { baseCommand } from "../apply-hint.ts";
import type { Context } from "../context.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { goingOn } from "../going-on.ts";
import { newestUnfinished } from "../recover/unfinished-run.ts";
import { padded, widest } from "../render/columns.ts";
import { counted } from "../render/counted.ts";
import { renderJson } from "../render/json-text.ts";
import { printable } from "../render/printable.ts";
import { shellLine } from "../render/shell-line.ts";
import { previousRuns, runsElsewhere } from "../runs-directory.ts";

/** Lists the runs of this directory, the newest first: one line for each region that a run was about. */
export async function runs(context: Context, json: boolean): Promise<ExitCode> {
  const found = await previousRuns(context);
  const { stdout } = context.io;
  const isGoingOn = goingOn(context);
  if (json) {
    const document = { format_version: "1.0", runs: found.map((run) => toJson(run, isGoingOn(run))) };
    stdout.write(`${renderJson(document, 2)}\n`);
  } else if (found.length === 0) {
    stdout.write(`${await nothingToList(context)}\n`);
  } else {
    const rows = found.flatMap((run) => [
      ...Array.from(run.targets.values(), (part) => rowOf(run, part, isGoingOn(run))),
      ...(run.run.leftOut ?? []).map((target) => leftOutRow(run, target)),
    ]);
    stdout.write(`${table(rows).join("\n")}\n`);
    const unfinished = newestUnfinished(found);
    if (unfinished !== undefined && !isGoingOn(unfinished.run)) {
      const recover = shellLine([...baseCommand(context), "recover"]);
      stdout.write(`\nTo go on with the newest one that is unfinished, or to undo it: ${recover}\n`);
    }
  }
  return exitCode.fine;
}

/** There may be runs against the other world, in the same place. */
async function nothingToList(context: Context): Promise<string> {
  const others = (await runsElsewhere(context)).length;
  if (others === 0) return "There are no runs yet: wf apply writes each of its own to .wf/runs.";
  const [here, there] = context.local ? ["--local", "AWS"] : ["AWS", "--local"];
  const list = shellLine([...baseCommand({ ...context, local: !context.local }), "runs"]);
  return `There are no runs of ${here} yet, and ${counted(others, "run")} of ${there}: ${list}`;
}

function rowOf({ name, started }: RunHistory, part: TargetHistory, isGoingOn: boolean): readonly string[] {
  const { plan, stepsDone } = part;
  return [
    shownTime(started),
    name.slice(-8),
    endingOf(part, isGoingOn),
    `${stepsDone} of ${plan.steps.length} steps`,
    plan.address ?? "",
    targetName(plan.target),
  ];
}

/** How it went there, in words; of what did not finish, what was made of it. */
function endingOf({ outcome, settled }: TargetHistory, isGoingOn: boolean): string {
  if (outcome === "interrupted" && isGoingOn) return "running";
  switch (settled) {
    case undefined:
      return outcome;
    case "forgotten":
      return "forgotten";
    case "rolled-back":
      return "rolled back";
    case "nothing-left":
      return "nothing left to do";
    default:
      return assertNever(settled);
  }
}

function leftOutRow({ name, started }: RunHistory, target: Target): readonly string[] {
  return [shownTime(started), name.slice(-8), "left out", "by choice", "", targetName(target)];
}

function shownTime(time: string): string {
  return time.slice(0, 19).replace("T", " ");
}

function table(cells: readonly (readonly string[])[]): readonly string[] {
  const rows = cells.map((row) => row.map(printable));
  const widths = (rows[0] ?? []).map((_, column) => widest(rows.map((row) => row[column] ?? "")));
  return rows.map((row) =>
    row
      .map((cell, column) => padded(cell, widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

function toJson({ name, started, run, targets }: RunHistory, isGoingOn: boolean): object {
  return {
    id: name.slice(-8),
    started,
    stack: run.stack,
    destroy: run.request.destroy,
    left_out: run.leftOut ?? [],
    targets: Array.from(targets.values(), ({ plan, outcome, settled, stepsDone, failure }) => ({
      address: plan.address,
      account: plan.target.account,
      region: plan.target.region,
      outcome: outcome === "interrupted" && isGoingOn ? "running" : outcome,
      settled,
      steps_done: stepsDone,
      steps: plan.steps.length,
      failure,
    })),
  };
}
