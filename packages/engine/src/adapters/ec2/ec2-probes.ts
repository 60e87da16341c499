import {
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVpcsCommand,
  EC2Client,
} from "@aws-sdk/client-ec2";
import type { Probes } from "../../ports.ts";
import { askAws, type AwsProbeOptions, probeClientConfig } from "../aws-probe.ts";
import { remember } from "../remember.ts";

/** What EC2 answers of networks. It is asked by filters: an id in the request that does not exist would fail the whole call. */
export function askEc2(options: AwsProbeOptions): Pick<Probes, "vpc" | "subnets" | "securityGroups"> {
  const client = new EC2Client(probeClientConfig(options));
  const call = (operation: string) => ({ operation, service: "EC2", region: options.region });
  return {
    vpc: remember(async (id) =>
      askAws(call("DescribeVpcs"), async () => {
        const { Vpcs } = await client.send(
          new DescribeVpcsCommand({ Filters: [{ Name: "vpc-id", Values: [id] }] }),
        );
        const found = Vpcs?.find((vpc) => vpc.VpcId === id);
        if (found === undefined) return undefined;
        const ranges = found.Ipv6CidrBlockAssociationSet ?? [];
        return { hasIpv6: ranges.some((range) => range.Ipv6CidrBlockState?.State === "associated") };
      }),
    ),
    subnets: remember(async (ids) => {
      const found = await askAws(call("DescribeSubnets"), async () =>
        client.send(new DescribeSubnetsCommand({ Filters: [{ Name: "subnet-id", Values: [...ids] }] })),
      );
      return byId(found?.Subnets?.map(({ SubnetId, VpcId }) => [SubnetId, VpcId]));
    }),
    securityGroups: remember(async (ids) => {
      const found = await askAws(call("DescribeSecurityGroups"), async () =>
        client.send(new DescribeSecurityGroupsCommand({ Filters: [{ Name: "group-id", Values: [...ids] }] })),
      );
      return byId(found?.SecurityGroups?.map(({ GroupId, VpcId }) => [GroupId, VpcId]));
    }),
  };
}

function byId(
  found: readonly (readonly [string | undefined, string | undefined])[] | undefined,
): ReadonlyMap<string, string> {
  return new Map((found ?? []).map(([id, vpc]) => [id ?? "", vpc ?? ""]));
}
