import { digestOf } from "./digest.ts";
import type { LiveMember, LiveRegion } from "./live-state.ts";

/** Identifies a region as it was read, whatever the order in which AWS lists what has none. */
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
    },
    workteams: workteams
      .map((team) => ({ ...team, members: team.members.map(memberKey).sort() }))
      .sort((left, right) => (left.name < right.name ? -1 : 1)),
  });
}

function memberKey(member: LiveMember): string {
  return digestOf(member.kind === "oidc" ? { ...member, groups: member.groups.toSorted() } : member);
}
