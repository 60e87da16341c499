import { startHttp } from "./listen.ts";

/** What a region's networks hold. */
export interface Networks {
  /** VPCs, and whether they have an IPv6 range. */
  readonly vpcs: Readonly<Record<string, { readonly ipv6: boolean }>>;
  /** Subnets and security groups, with their VPCs. */
  readonly subnets: Readonly<Record<string, string>>;
  readonly groups: Readonly<Record<string, string>>;
  /** Answers everything with this error instead. */
  readonly error?: string;
}

/** As much of EC2 as preflight asks, in the XML of its query protocol; with the actions asked for. */
export async function startEc2(networks: Networks): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const url = await startHttp(({ body }, response) => {
    const form = new URLSearchParams(body);
    const action = form.get("Action") ?? "";
    asked.push(action);
    const ids = [...form].flatMap(([key, value]) => (/^Filter\.1\.Value\.\d+$/.test(key) ? [value] : []));
    const xml = (status: number, text: string): void => {
      response.writeHead(status, { "content-type": "text/xml;charset=UTF-8" }).end(text);
    };
    if (networks.error !== undefined) {
      const { error } = networks;
      return xml(
        403,
        `<Response><Errors><Error><Code>${error}</Code><Message>No: ${action}</Message></Error></Errors><RequestID>r-1</RequestID></Response>`,
      );
    }
    return xml(
      200,
      `<${action}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>r-1</requestId>${answer(action, ids, networks)}</${action}Response>`,
    );
  });
  return { url, asked };
}

function answer(action: string, ids: readonly string[], { vpcs, subnets, groups }: Networks): string {
  const items = <T>(of: Readonly<Record<string, T>>, item: (id: string, value: T) => string): string =>
    ids.flatMap((id) => (of[id] === undefined ? [] : [`<item>${item(id, of[id])}</item>`])).join("");
  switch (action) {
    case "DescribeVpcs":
      return `<vpcSet>${items(vpcs, (id, { ipv6 }) => `<vpcId>${id}</vpcId><state>available</state>${ipv6 ? "<ipv6CidrBlockAssociationSet><item><ipv6CidrBlock>2001:db8::/56</ipv6CidrBlock><ipv6CidrBlockState><state>associated</state></ipv6CidrBlockState></item></ipv6CidrBlockAssociationSet>" : ""}`)}</vpcSet>`;
    case "DescribeSubnets":
      return `<subnetSet>${items(subnets, (id, vpc) => `<subnetId>${id}</subnetId><vpcId>${vpc}</vpcId><state>available</state>`)}</subnetSet>`;
    case "DescribeSecurityGroups":
      return `<securityGroupInfo>${items(groups, (id, vpc) => `<groupId>${id}</groupId><vpcId>${vpc}</vpcId><groupName>labeling</groupName>`)}</securityGroupInfo>`;
    default:
      throw new Error(`EC2 was asked for ${action}`);
  }
}
