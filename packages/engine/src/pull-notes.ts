import { quote } from "@wf/parser";
import type { LiveTags, LiveWorkforce, LiveWorkteam } from "./live-state.ts";
import { ownerOf } from "./ownership.ts";
import { isBusy } from "./wait-until-settled.ts";

/** What stands out about a live workforce, for whoever is going to plan it as this stack. */
export function workforceNotes(workforce: LiveWorkforce, stack: string): readonly string[] {
  const { failureReason, status } = workforce;
  const why = failureReason === undefined ? "" : `: ${quote(failureReason)}`;
  return [
    ...(status === "Failed"
      ? [`Status Failed${why}. wf plan deletes the workforce and creates it again.`]
      : []),
    ...(isBusy(workforce)
      ? [
          `AWS is at work on the workforce (${status}), so this is soon out of date: pull again once that is over.`,
        ]
      : []),
    ...tagNotes(workforce.tags, stack),
  ];
}

/** The same of a work team. */
export function workteamNotes(
  team: LiveWorkteam,
  { identityProvider: provider }: LiveWorkforce,
  stack: string,
): readonly string[] {
  const foreign = team.members.some((member) =>
    member.kind === "cognito" && provider.kind === "cognito"
      ? member.userPool !== provider.userPool || member.clientId !== provider.clientId
      : member.kind !== provider.kind,
  );
  return [
    ...(foreign
      ? [
          "Has groups of another identity provider than the workforce's: wf plan takes them for the workforce's own.",
        ]
      : []),
    ...tagNotes(team.tags, stack),
  ];
}

/** What AWS says of a workforce that no configuration decides. */
export function workforceFacts({ createDate, status, subDomain }: LiveWorkforce): readonly string[] {
  return [
    createDate === undefined ? `${status}.` : `${status}; made on ${createDate.slice(0, 10)}.`,
    ...(subDomain === undefined ? [] : [`Workers sign in at https://${subDomain}`]),
  ];
}

function tagNotes(tags: LiveTags, stack: string): readonly string[] {
  const owner = ownerOf(tags, stack);
  if (owner.kind === "another-stack") {
    return [`Owned by stack ${quote(owner.stack)}: wf plan refuses, unless with --take-over.`];
  }
  if (!tags.readable) {
    return [
      "Whose it is and its tags cannot be read (wf doctor says why): once they can be, a plan takes tags off that are not here.",
    ];
  }
  const madeBy = Object.entries(tags.values).find(([key]) => /^aws:.*stack-name$/i.test(key));
  return madeBy === undefined
    ? []
    : [`Tagged ${madeBy[0]} = ${quote(madeBy[1])}: take it out of there, or the two undo each other's work.`];
}
