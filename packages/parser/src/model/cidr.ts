import ipaddr from "ipaddr.js";

/**
 * The canonical form of an address range: host bits cleared, IPv6 compressed and in lower case. Text that is no range
 * is returned as it is, since a live region may hold what we would not write.
 */
export function canonicalCidr(cidr: string): string {
  if (!ipaddr.isValidCIDR(cidr)) return cidr;
  const [address, prefix] = ipaddr.parseCIDR(cidr);
  const network =
    address.kind() === "ipv4"
      ? ipaddr.IPv4.networkAddressFromCIDR(cidr).toString()
      : ipaddr.IPv6.networkAddressFromCIDR(cidr).toRFC5952String();
  return `${network}/${prefix}`;
}
