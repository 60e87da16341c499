import { describeUsage } from "./describe-usage.ts";
import type { Impact } from "./plan-model.ts";
import type { ImpactView } from "./plan-view.ts";

/** The impact as data and in sentences, the gravest first. */
export function describeImpact(impact: Impact): readonly ImpactView[] {
  const { signInAddressChanges, workteamsRecreated, workteamsDeleted, usage } = impact;
  const atRisk = usage === undefined ? ": tasks in flight can be lost." : ".";
  return [
    ...portalClosed(impact),
    ...(signInAddressChanges
      ? [
          {
            kind: "sign-in-address-changes" as const,
            message:
              "The sign-in address changes: workers need the new one, and the identity provider must allow the new redirect URI, which is known after apply.",
          },
        ]
      : []),
    ...(workteamsRecreated.length === 0
      ? []
      : [
          {
            kind: "workteams-recreated" as const,
            workteams: workteamsRecreated,
            message: `${teams(workteamsRecreated)} deleted and created again under the same ARN${atRisk}`,
          },
        ]),
    ...(workteamsDeleted.length === 0
      ? []
      : [
          {
            kind: "workteams-deleted" as const,
            workteams: workteamsDeleted,
            message: `${teams(workteamsDeleted)} deleted${atRisk}`,
          },
        ]),
    ...(usage === undefined ? [] : describeUsage(usage, new Set(workteamsRecreated))),
  ];
}

function portalClosed({ portalClosed, signInAddressChanges }: Impact): readonly ImpactView[] {
  if (portalClosed === undefined) return [];
  const { fromStep: from, toStep: to } = portalClosed;
  // A portal that comes back does so under another address.
  if (!signInAddressChanges) {
    const message = `The worker portal is closed from step ${from} on, for good.`;
    return [{ kind: "portal-closed", from, message }];
  }
  const message = `The worker portal is closed from step ${from} to step ${to}.`;
  return [{ kind: "portal-closed", from, to, message }];
}

function teams(names: readonly string[]): string {
  const listed = names.map((name) => `"${name}"`).join(", ");
  return names.length === 1 ? `Work team ${listed} is` : `Work teams ${listed} are`;
}
