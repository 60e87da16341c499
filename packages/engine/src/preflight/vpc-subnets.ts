import { membersCheck } from "./vpc-members.ts";

/** The subnets exist and belong to the VPC. */
export const vpcSubnets = membersCheck({
  attribute: "subnets",
  what: "subnets",
  idsOf: (vpc) => vpc.subnets,
  ask: async (probes, ids) => probes.subnets(ids),
});
