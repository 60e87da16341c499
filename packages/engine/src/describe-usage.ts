import { ended } from "./ended.ts";
import type { ImpactView } from "./plan-view.ts";
import type { FlowDefinition, WorkteamUsage } from "./workteam-usage.ts";

/** How many names a sentence lists; the data holds all. */
const mostNamed = 3;

/** What depends on the teams that go, as data and in sentences; what could not be read is said. */
export function describeUsage(
  { tasks, flowDefinitions }: WorkteamUsage,
  recreated: ReadonlySet<string>,
): readonly ImpactView[] {
  const unread = [...tasks].flatMap(([name, each]) => (each.readable ? [] : [{ name, reason: each.reason }]));
  return [
    ...describeTasks(tasks),
    ...(unread[0] === undefined
      ? []
      : [
          {
            kind: "tasks-in-flight-unknown" as const,
            workteams: unread.map(({ name }) => name),
            message: `Tasks in flight of ${quoted(unread.map(({ name }) => name))} could not be read, and can be lost: ${ended(unread[0].reason)}`,
          },
        ]),
    ...(flowDefinitions.readable
      ? describeFlowDefinitions(flowDefinitions.value, recreated)
      : [
          {
            kind: "flow-definitions-unknown" as const,
            message: `Which flow definitions use the work teams could not be read: ${ended(flowDefinitions.reason)}`,
          },
        ]),
  ];
}

function describeTasks(tasks: WorkteamUsage["tasks"]): readonly ImpactView[] {
  const teams = [...tasks].flatMap(([name, each]) =>
    each.readable && each.value.pending > 0
      ? [{ name, pending: each.value.pending, labeling_jobs: each.value.labelingJobs }]
      : [],
  );
  if (teams.length === 0) return [];
  const said = teams.map(
    ({ name, pending, labeling_jobs: jobs }) =>
      `${pending} of "${name}" (labeling job${jobs.length === 1 ? "" : "s"} ${quoted(jobs)})`,
  );
  const message = `Tasks in flight can be lost: ${said.join("; ")}.`;
  return [{ kind: "tasks-in-flight", workteams: teams, message }];
}

function describeFlowDefinitions(
  definitions: readonly FlowDefinition[],
  recreated: ReadonlySet<string>,
): readonly ImpactView[] {
  const comesBack = ({ workteam }: FlowDefinition): boolean => recreated.has(workteam);
  return [
    ...describeUnattended(
      definitions.filter((each) => !comesBack(each)),
      "any more",
    ),
    ...describeUnattended(definitions.filter(comesBack), "until the team is back"),
  ];
}

function describeUnattended(definitions: readonly FlowDefinition[], until: string): readonly ImpactView[] {
  if (definitions.length === 0) return [];
  const names = quoted(definitions.map(({ name }) => name));
  const teams = quoted([...new Set(definitions.map(({ workteam }) => workteam))]);
  const send = definitions.length === 1 ? ` ${names} sends` : `s ${names} send`;
  const message = `Flow definition${send} human loops to ${teams}, which nobody works on ${until}.`;
  return [{ kind: "flow-definitions", flow_definitions: definitions, message }];
}

/** The first few names, and how many more there are. */
function quoted(names: readonly string[]): string {
  const shown = names.slice(0, mostNamed).map((name) => `"${name}"`);
  const more = names.length - shown.length;
  return more === 0 ? shown.join(", ") : `${shown.join(", ")} and ${more} more`;
}
