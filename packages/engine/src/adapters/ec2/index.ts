import type { Probes } from "../../ports.ts";
import type { AwsProbeOptions } from "../aws-probe.ts";

type Ec2Probes = Pick<Probes, "vpc" | "subnets" | "securityGroups">;

/** EC2 as preflight asks it: its client is loaded with the first question. */
export function ec2Probes(options: AwsProbeOptions): Ec2Probes {
  let loaded: Promise<Ec2Probes> | undefined;
  const load = async (): Promise<Ec2Probes> => {
    const { askEc2 } = await import("./ec2-probes.ts");
    return askEc2(options);
  };
  return {
    vpc: async (id) => (await (loaded ??= load())).vpc(id),
    subnets: async (ids) => (await (loaded ??= load())).subnets(ids),
    securityGroups: async (ids) => (await (loaded ??= load())).securityGroups(ids),
  };
}
