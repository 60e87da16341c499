import { membersCheck } from "./vpc-members.ts";

/** The security groups exist and belong to the VPC. */
export const vpcSecurityGroups = membersCheck({
  attribute: "security_group_ids",
  what: "security groups",
  idsOf: (vpc) => vpc.securityGroupIds,
  ask: async (probes, ids) => probes.securityGroups(ids),
});
