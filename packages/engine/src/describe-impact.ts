import type { Impact } from "./plan-model.ts";

/** The impact in sentences, the gravest first. */
export function describeImpact(impact: Impact): readonly string[] {
  const { portalClosed, workteamsRecreated, workteamsDeleted } = impact;
  return [
    ...(portalClosed === undefined
      ? []
      : impact.signInAddressChanges
        ? [`The worker portal is closed from step ${portalClosed.fromStep} to step ${portalClosed.toStep}.`]
        : [`The worker portal is closed from step ${portalClosed.fromStep} on, for good.`]),
    ...(impact.signInAddressChanges
      ? [
          "The sign-in address changes: workers need the new one, and the identity provider must allow the new redirect URI, which is known after apply.",
        ]
      : []),
    ...(workteamsRecreated.length === 0
      ? []
      : [
          `${teams(workteamsRecreated)} deleted and created again under the same ARN: tasks in flight can be lost.`,
        ]),
    ...(workteamsDeleted.length === 0
      ? []
      : [`${teams(workteamsDeleted)} deleted: tasks in flight can be lost.`]),
  ];
}

function teams(names: readonly string[]): string {
  const listed = names.map((name) => `"${name}"`).join(", ");
  return names.length === 1 ? `Work team ${listed} is` : `Work teams ${listed} are`;
}
