import type { Configuration } from "@wf/parser";
import type { PlanRequest } from "./make-plan.ts";
import { UserError } from "./user-error.ts";

/**
 * The same request with each address as that of one workforce: a block with `for_each` stands for all its instances, and
 * what is saved of a request names those that there were. Every address must be one of the configuration's.
 */
export function withInstances({ workforces }: Configuration, request: PlanRequest): PlanRequest {
  const addresses = workforces.map(({ address }) => address);
  const all = (asked: readonly string[]): readonly string[] => [
    ...new Set(asked.flatMap((address) => instancesOf(address, addresses))),
  ];
  return {
    ...request,
    targets: all(request.targets),
    replace: all(request.replace),
    rewriteSecret: all(request.rewriteSecret),
  };
}

function instancesOf(address: string, addresses: readonly string[]): readonly string[] {
  const found = addresses.filter((each) => each === address || each.startsWith(`${address}[`));
  if (found.length > 0) return found;
  const known = addresses.length === 0 ? "There are none." : `Known are: ${addresses.join(", ")}.`;
  throw new UserError(`There is no workforce with the address ${JSON.stringify(address)}.`, known);
}
