import { failed, passed, type PreflightCheck, shown } from "./check.ts";
import { vpcOf } from "./vpc-subject.ts";

/** The VPC exists, and speaks IPv6 where the workforce is to. */
export const vpcExists: PreflightCheck = {
  asks: "that the VPC exists, and has IPv6 where ip_address_type is dualstack",
  applies: (subject) => vpcOf(subject) !== undefined,
  make: async (subject, probes) => {
    const id = vpcOf(subject)?.vpcId;
    if (id === undefined) return passed;
    const vpc = await probes.vpc(id);
    const name = shown(subject, "workforce_vpc_config.vpc_id", id);
    if (vpc === undefined) {
      return failed(
        `There is no VPC ${name} in ${subject.workforce.region}.`,
        "Correct workforce_vpc_config.vpc_id, or create the VPC first.",
      );
    }
    if (subject.workforce.ipAddressType !== "dualstack" || vpc.hasIpv6) return passed;
    return failed(
      `The VPC ${name} has no IPv6 range, and a dualstack workforce needs a dual-stack VPC.`,
      'Associate an IPv6 range with the VPC, or say ip_address_type = "ipv4".',
    );
  },
};
