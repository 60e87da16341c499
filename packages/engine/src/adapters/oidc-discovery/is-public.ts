import ipaddr from "ipaddr.js";

/** Whether an address is one of the internet's, and not of this machine, its network, or a cloud's own services. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  const range = parsed.range();
  if (range === "unicast") return true;
  // A translated address (NAT64) leads to the IPv4 address in its last four bytes.
  if (range !== "rfc6052") return false;
  return isPublic(parsed.toByteArray().slice(-4).join("."));
}
