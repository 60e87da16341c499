import { type RunHistory, type TargetHistory, unfinishedPart } from "@wf/engine";

/** A run and what of it is unfinished. */
export interface UnfinishedRun {
  readonly run: RunHistory;
  readonly parts: readonly TargetHistory[];
}

/** The newest run of which something is unfinished that no later one got done. */
export function newestUnfinished(newestFirst: readonly RunHistory[]): UnfinishedRun | undefined {
  for (const run of newestFirst) {
    const parts = [...run.targets.values()].filter(
      (part) => unfinishedPart(newestFirst, part.plan.target)?.part === part,
    );
    if (parts.length > 0) return { run, parts };
  }
  return undefined;
}

/** Why what a run deleted cannot be put back, as far as its journal tells. */
export function rollbackObstacle({ plan, snapshot }: TargetHistory): string | undefined {
  const { region } = plan.target;
  if (snapshot === undefined) return `The run deleted nothing in ${region}: there is nothing to put back.`;
  if (snapshot.withheld.length === 0) return undefined;
  return `What was in ${region} cannot be put back: its configuration calls parts of it sensitive, so the run did not write them down (${snapshot.withheld.join(", ")}).`;
}
