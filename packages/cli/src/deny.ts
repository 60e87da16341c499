import type { PlanView } from "@wf/engine";

/** What a gate may forbid in a plan. */
export const deniable = ["deletes", "replacements", "warnings"] as const;

export type Deniable = (typeof deniable)[number];

const reasons: Readonly<Record<Deniable, (view: PlanView) => string | undefined>> = {
  deletes: ({ counts }) => many(counts.delete, "workforce or work team goes", "workforces and work teams go"),
  replacements: ({ counts }) =>
    many(counts.replace, "workforce or work team is replaced", "workforces and work teams are replaced"),
  warnings: ({ counts }) => many(counts.warnings, "warning", "warnings"),
};

/** Why a gate is closed: one sentence, or nothing where the plan has none of what is denied. */
export function whyDenied(view: PlanView, denied: readonly Deniable[]): string | undefined {
  const found = denied.flatMap((each) => {
    const reason = reasons[each](view);
    return reason === undefined ? [] : [`${reason} (--deny ${each})`];
  });
  return found.length === 0 ? undefined : `The plan is denied: ${found.join("; ")}.`;
}

function many(count: number, one: string, more: string): string | undefined {
  if (count === 0) return undefined;
  return `${count} ${count === 1 ? one : more}`;
}
