import type { Probes } from "../../ports.ts";
import type { AwsProbeOptions } from "../aws-probe.ts";
import { remember } from "../remember.ts";

type Ec2Probes = Pick<Probes, "vpc" | "subnets" | "securityGroups">;

/** EC2 as preflight asks it: its client is loaded with the first question. */
export function ec2Probes(options: AwsProbeOptions): Ec2Probes {
  const probes = remember(async () => (await import("./ec2-probes.ts")).askEc2(options));
  return {
    vpc: async (id) => (await probes()).vpc(id),
    subnets: async (ids) => (await probes()).subnets(ids),
    securityGroups: async (ids) => (await probes()).securityGroups(ids),
  };
}
