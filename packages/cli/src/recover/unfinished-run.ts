import { placeOf, type RunHistory, type TargetHistory, unfinishedPart } from "@wf/engine";

/** A run and what of it is unfinished. */
export interface UnfinishedRun {
  readonly run: RunHistory;
  readonly parts: readonly TargetHistory[];
}

/** The newest run of which something is unfinished that no later one got done. */
export function newestUnfinished(newestFirst: readonly RunHistory[]): UnfinishedRun | undefined {
  for (const run of newestFirst) {
    const parts = [...run.targets.values()].filter(
      (part) => unfinishedPart(newestFirst, placeOf(part))?.part === part,
    );
    if (parts.length > 0) return { run, parts };
  }
  return undefined;
}
