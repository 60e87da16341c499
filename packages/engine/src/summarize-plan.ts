import { assertNever } from "@wf/parser";
import type { PlanCounts, PlanView } from "./plan-view.ts";

/** What a plan was asked about, as far as it says how much a plan without changes tells. */
export interface PlanScope {
  readonly destroy: boolean;
  /** `named`: the regions that the configuration names; `targets`: some of its workforces; `everywhere`: every region. */
  readonly reach: "named" | "targets" | "everywhere";
}

/** What a plan comes to, the worst first: a refusal, changes, regions to wait for, nothing. */
export function outcomeOf(counts: PlanCounts): PlanView["outcome"] {
  if (counts.refused > 0) return "refused";
  if (changesIn(counts) > 0) return "changes";
  return counts.busy > 0 ? "busy" : "no-changes";
}

/** The total in one line: `Plan: 1 to create, 2 to replace; 3 unchanged.` */
export function summarize(counts: PlanCounts, scope: PlanScope): string {
  const parts = [
    [counts.create, "to create"],
    [counts.update, "to update"],
    [counts.adopt, "to adopt"],
    [counts.replace, "to replace"],
    [counts.delete, "to delete"],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  const same = counts.unchanged === 0 ? "" : `; ${counts.unchanged} unchanged`;
  const changes = said.length === 0 ? [] : [`Plan: ${said.join(", ")}${same}.`];
  const others = [
    ...(counts.refused === 0 ? [] : [`${regions(counts.refused)} refused.`]),
    ...(counts.busy === 0 ? [] : [`${regions(counts.busy)} busy.`]),
  ];
  const nothing =
    changes.length > 0 || others.length > 0
      ? []
      : counts.warnings > 0
        ? ["No changes seen, but read the warnings."]
        : [`No changes. ${unchanged(scope)}`];
  const warned =
    counts.warnings === 0 ? [] : [`${counts.warnings} warning${counts.warnings === 1 ? "" : "s"}.`];
  return [...changes, ...nothing, ...others, ...(nothing.length > 0 ? [] : warned)].join(" ");
}

function unchanged({ destroy, reach }: PlanScope): string {
  switch (reach) {
    case "named":
      return destroy
        ? "Nothing is to be deleted in the regions that the configuration names; --all-regions reads others too."
        : "The regions that the configuration names are as it says; --all-regions reads others too.";
    case "targets":
      return destroy
        ? "Nothing is to be deleted there."
        : "What is live there is what the configuration says.";
    case "everywhere":
      return destroy ? "Nothing is to be deleted." : "What is live is what the configuration says.";
    default:
      return assertNever(reach);
  }
}

function changesIn({ create, update, adopt, replace, delete: deleted }: PlanCounts): number {
  return create + update + adopt + replace + deleted;
}

function regions(count: number): string {
  return count === 1 ? "1 region is" : `${count} regions are`;
}
