import ipaddr from "ipaddr.js";
import { type Diagnostic, diagnostic } from "../../text/diagnostic.ts";
import type { Span } from "../../text/source.ts";
import { placeOfText } from "../check-value.ts";
import { canonicalCidr } from "../cidr.ts";
import { blockOf, type DecodedBlock, isOpen, isSensitive, placeOf, textOf, textsOf } from "../decoded.ts";
import type { WorkforceRule } from "./rule.ts";

/** What AWS refuses about address ranges beyond their form, and what it takes but a person would hardly mean. */
export const sourceIp: WorkforceRule = (workforce) => {
  const block = blockOf(workforce, "source_ip_config");
  if (block === undefined) return [];
  const cidrs = isSensitive(block, "cidrs") ? [] : textsOf(block, "cidrs");
  const placeOfRange = (cidr: string): Span => placeOfText(block, "cidrs", cidr);
  const vpc = blockOf(workforce, "workforce_vpc_config");
  return [
    ...needsDualstack(workforce, block),
    ...cidrs
      .filter((cidr) => cidr.endsWith("/0"))
      .map((cidr) => diagnostic("open-to-everyone", placeOfRange(cidr), { cidr })),
    ...cidrs
      .filter(hasHostBits)
      .map((cidr) => diagnostic("host-bits", placeOfRange(cidr), { cidr, network: canonicalCidr(cidr) })),
    ...repeated(cidrs).map(([again, before]) =>
      diagnostic("repeated-range", placeOfRange(again), { again, before }),
    ),
    ...insideOthers(cidrs).map(([inner, outer]) =>
      diagnostic("range-inside-range", placeOfRange(inner), { inner, outer }),
    ),
    ...(vpc === undefined ? [] : [diagnostic("source-ip-beside-vpc", block.header, {})]),
  ];
};

function needsDualstack(workforce: DecodedBlock, block: DecodedBlock): readonly Diagnostic[] {
  const ipv6 = textsOf(block, "cidrs").find((cidr) => cidr.includes(":"));
  if (ipv6 === undefined || textOf(workforce, "ip_address_type") === "dualstack") return [];
  if (isOpen(workforce, "ip_address_type")) return [];
  return [diagnostic("ipv6-needs-dualstack", placeOf(block, "cidrs"), {})];
}

function hasHostBits(cidr: string): boolean {
  const [address, prefix] = ipaddr.parseCIDR(cidr);
  const [network] = ipaddr.parseCIDR(canonicalCidr(cidr));
  return prefix > 0 && address.toNormalizedString() !== network.toNormalizedString();
}

/** Ranges that are another one in other words, such as 10.0.0.1/8 and 10.0.0.0/8. */
function repeated(cidrs: readonly string[]): readonly (readonly [again: string, before: string])[] {
  const first = new Map<string, string>();
  return cidrs.flatMap((cidr) => {
    const canonical = canonicalCidr(cidr);
    const before = first.get(canonical);
    if (before === undefined) first.set(canonical, cidr);
    return before === undefined ? [] : [[cidr, before] as const];
  });
}

/** Ranges within another one, each with the first that holds it. */
function insideOthers(cidrs: readonly string[]): readonly (readonly [inner: string, outer: string])[] {
  const ranges = cidrs.map((cidr) => ({ cidr, range: ipaddr.parseCIDR(canonicalCidr(cidr)) }));
  return ranges.flatMap((inner) => {
    const outer = ranges.find((each) => contains(each.range, inner.range));
    return outer === undefined ? [] : [[inner.cidr, outer.cidr] as const];
  });
}

type Range = ReturnType<typeof ipaddr.parseCIDR>;

function contains([outer, outerPrefix]: Range, [inner, innerPrefix]: Range): boolean {
  return outer.kind() === inner.kind() && outerPrefix < innerPrefix && inner.match(outer, outerPrefix);
}
