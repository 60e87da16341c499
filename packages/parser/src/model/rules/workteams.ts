import { type Diagnostic, diagnostic } from "../../text/diagnostic.ts";
import { workteamNameOf } from "../build-workforce.ts";
import { blocksOf, type DecodedBlock, isOpen, placeOf, shownText } from "../decoded.ts";
import type { WorkforceRule } from "./rule.ts";

/** AWS's quota per account and region. */
const maximumWorkteams = 25;

/** How many teams there may be, and that each has a name of its own. */
export const workteams: WorkforceRule = (workforce) => {
  const teams = blocksOf(workforce, "workteam");
  const tooMany = teams[maximumWorkteams];
  return [
    ...(tooMany === undefined
      ? []
      : [
          diagnostic("too-many-workteams", tooMany.header, {
            found: teams.length,
            maximum: maximumWorkteams,
          }),
        ]),
    ...sharedNames(teams),
  ];
};

function sharedNames(teams: readonly DecodedBlock[]): readonly Diagnostic[] {
  const first = new Map<string, DecodedBlock>();
  return teams.flatMap((team) => {
    // Names not known yet may turn out to be any; so may that of a team that stands for several.
    if (isOpen(team, "name") || !team.certain) return [];
    const name = workteamNameOf(team);
    const before = first.get(name);
    if (before === undefined) {
      first.set(name, team);
      return [];
    }
    const again = diagnostic("repeated-workteam", placeOf(team, "name"), {
      name: shownText(team, "name", JSON.stringify(name)),
      several: before.block === team.block,
    });
    if (before.block === team.block) return [again];
    return [{ ...again, related: [{ span: before.header, message: "the first one" }] }];
  });
}
