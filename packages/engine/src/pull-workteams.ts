import { configurationText, type Item } from "./configuration-text.ts";
import type { LiveWorkforce, LiveWorkteam } from "./live-state.ts";
import { ownerOf } from "./ownership.ts";
import { maximumWorkteams } from "./plan-workteams.ts";
import { workteamBlock } from "./print-workteam.ts";
import { workteamNotes } from "./pull-notes.ts";

interface PulledWorkteams {
  readonly items: readonly Item[];
  /** What is said of each team that something is said of. */
  readonly notes: readonly { readonly workteam: string; readonly message: string }[];
  /** Why some are only comments, where they are. */
  readonly tooMany: string | undefined;
}

/** As many teams as the language takes; those beyond that are not the stack's are comments, for they can be left alone. */
export function pullWorkteams(
  workforce: LiveWorkforce,
  workteams: readonly LiveWorkteam[],
  stack: string,
): PulledWorkteams {
  const sorted = workteams.toSorted((left, right) => (left.name < right.name ? -1 : 1));
  const ours = sorted.filter((team) => ownerOf(team.tags, stack).kind === "ours");
  const others = sorted.filter((team) => !ours.includes(team));
  const leftOut = others.slice(Math.max(0, maximumWorkteams - ours.length));
  const written = sorted
    .filter((team) => !leftOut.includes(team))
    .map((team) => ({ team, messages: workteamNotes(team, workforce, stack) }));
  const tooMany =
    leftOut.length === 0
      ? undefined
      : `There are ${workteams.length} work teams, and a configuration takes ${maximumWorkteams}: the last ${leftOut.length} are comments, and left alone.`;
  return {
    items: [
      ...written.map(({ team, messages }) => workteamBlock(team, messages)),
      ...(tooMany === undefined ? [] : [commentedOut(leftOut)]),
    ],
    notes: written.flatMap(({ team, messages }) =>
      messages.map((message) => ({ workteam: team.name, message })),
    ),
    tooMany,
  };
}

function commentedOut(teams: readonly LiveWorkteam[]): Item {
  const text = configurationText(teams.map((team) => workteamBlock(team)));
  return { kind: "remarks", lines: text.trimEnd().split("\n") };
}
