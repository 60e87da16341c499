import { digestOf } from "./digest.ts";
import type { LiveMember, LiveRegion, LiveTags } from "./live-state.ts";

/**
 * Identifies a region as it was read, whatever the order in which AWS lists what has none, and whatever AWS says of tags that
 * cannot be read: it names the caller, who is another one where a plan was saved than where it is applied.
 */
export function liveDigest({ workforce, workteams }: LiveRegion): string {
  const { vpc } = workforce ?? {};
  return digestOf({
    workforce: workforce && {
      ...workforce,
      sourceIpCidrs: workforce.sourceIpCidrs.toSorted(),
      vpc: vpc && {
        ...vpc,
        subnets: vpc.subnets.toSorted(),
        securityGroupIds: vpc.securityGroupIds.toSorted(),
      },
      tags: tagValues(workforce.tags),
    },
    workteams: workteams
      .map((team) => ({ ...team, members: team.members.map(memberKey).sort(), tags: tagValues(team.tags) }))
      .sort((left, right) => (left.name < right.name ? -1 : 1)),
  });
}

function memberKey(member: LiveMember): string {
  return digestOf(member.kind === "oidc" ? { ...member, groups: member.groups.toSorted() } : member);
}

function tagValues(tags: LiveTags): Readonly<Record<string, string>> | undefined {
  return tags.readable ? tags.values : undefined;
}
