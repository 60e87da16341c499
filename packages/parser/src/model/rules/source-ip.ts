import ipaddr from "ipaddr.js";
import { type Diagnostic, diagnostic } from "../../text/diagnostic.ts";
import { canonicalCidr } from "../cidr.ts";
import { blockOf, type DecodedBlock, placeOf, textOf, textsOf } from "../decoded.ts";
import type { WorkforceRule } from "./rule.ts";

/** What AWS refuses about address ranges beyond their form, and what it takes but a person would hardly mean. */
export const sourceIp: WorkforceRule = (workforce) => {
  const block = blockOf(workforce, "source_ip_config");
  if (block === undefined) return [];
  const cidrs = block.attributes.get("cidrs")?.sensitive === true ? [] : textsOf(block, "cidrs");
  const place = placeOf(block, "cidrs");
  const vpc = blockOf(workforce, "workforce_vpc_config");
  return [
    ...needsDualstack(workforce, block),
    ...cidrs
      .filter((cidr) => cidr.endsWith("/0"))
      .map((cidr) => diagnostic("open-to-everyone", place, { cidr })),
    ...cidrs
      .filter(hasHostBits)
      .map((cidr) => diagnostic("host-bits", place, { cidr, network: canonicalCidr(cidr) })),
    ...insideOthers(cidrs).map(([inner, outer]) => diagnostic("range-inside-range", place, { inner, outer })),
    ...(vpc === undefined ? [] : [diagnostic("source-ip-beside-vpc", block.header, {})]),
  ];
};

function needsDualstack(workforce: DecodedBlock, block: DecodedBlock): readonly Diagnostic[] {
  const ipv6 = textsOf(block, "cidrs").find((cidr) => cidr.includes(":"));
  const type = workforce.attributes.get("ip_address_type");
  if (ipv6 === undefined || textOf(workforce, "ip_address_type") === "dualstack") return [];
  if (type !== undefined && type.value === undefined) return [];
  return [diagnostic("ipv6-needs-dualstack", placeOf(block, "cidrs"), {})];
}

function hasHostBits(cidr: string): boolean {
  const [address, prefix] = ipaddr.parseCIDR(cidr);
  const [network] = ipaddr.parseCIDR(canonicalCidr(cidr));
  return prefix > 0 && address.toNormalizedString() !== network.toNormalizedString();
}

function insideOthers(cidrs: readonly string[]): readonly (readonly [inner: string, outer: string])[] {
  const ranges = cidrs.map((cidr) => ({ cidr, range: ipaddr.parseCIDR(canonicalCidr(cidr)) }));
  return ranges.flatMap((inner) =>
    ranges
      .filter((outer) => outer !== inner && contains(outer.range, inner.range))
      .map((outer) => [inner.cidr, outer.cidr] as const),
  );
}

type Range = ReturnType<typeof ipaddr.parseCIDR>;

function contains([outer, outerPrefix]: Range, [inner, innerPrefix]: Range): boolean {
  return outer.kind() === inner.kind() && outerPrefix < innerPrefix && inner.match(outer, outerPrefix);
}
