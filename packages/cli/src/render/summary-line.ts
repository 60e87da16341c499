import type { PlanView } from "@wf/engine";

/** The total in one line: `Plan: 1 to create, 2 to replace; 3 unchanged.` */
export function summaryLine({ counts, targets }: PlanView): string {
  const parts = [
    [counts.create, "to create"],
    [counts.update, "to update"],
    [counts.adopt, "to adopt"],
    [counts.replace, "to replace"],
    [counts.delete, "to delete"],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  const refused =
    counts.refused === 0
      ? ""
      : ` ${counts.refused} ${counts.refused === 1 ? "region is" : "regions are"} refused.`;
  const busy = targets.filter((target) => target.action === "busy").length;
  const waiting = busy === 0 ? "" : ` ${busy} ${busy === 1 ? "region is" : "regions are"} busy.`;
  const unverified = targets.some((target) => target.notes.some((note) => note.severity === "warning"));
  if (said.length > 0) return `Plan: ${said.join(", ")}; ${counts.unchanged} unchanged.${refused}${waiting}`;
  if (refused !== "" || waiting !== "") return `${refused}${waiting}`.trim();
  return unverified
    ? "No changes seen; read the warnings above."
    : "No changes. What is live is what the configuration says.";
}
