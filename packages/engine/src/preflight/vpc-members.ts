import type { Vpc } from "@wf/parser";
import type { Probes } from "../ports.ts";
import { failed, passed, type PreflightCheck, shown } from "./check.ts";
import { vpcOf } from "./vpc-subject.ts";

/** What the check of one kind of a VPC's parts needs to know of it. */
interface Part {
  /** The attribute of workforce_vpc_config, and its things in words. */
  readonly attribute: string;
  readonly what: string;
  readonly idsOf: (vpc: Vpc) => readonly string[];
  readonly ask: (probes: Probes, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

/** Things that a VPC holds exist, and are of the configured one. */
export function membersCheck({ attribute, what, idsOf, ask }: Part): PreflightCheck {
  const path = `workforce_vpc_config.${attribute}`;
  return {
    asks: `that the ${what} exist and belong to the VPC`,
    applies: (subject) => vpcOf(subject) !== undefined,
    make: async (subject, probes) => {
      const vpc = vpcOf(subject);
      if (vpc === undefined) return passed;
      const ids = idsOf(vpc);
      const found = await ask(probes, ids);
      const missing = ids.filter((id) => !found.has(id));
      const foreign = ids.filter((id) => found.has(id) && found.get(id) !== vpc.vpcId);
      const list = (some: readonly string[]): string => some.map((id) => shown(subject, path, id)).join(", ");
      const problems = [
        ...(missing.length === 0 ? [] : [`${list(missing)} do not exist in ${subject.workforce.region}`]),
        ...(foreign.length === 0 ? [] : [`${list(foreign)} belong to another VPC`]),
      ];
      return problems.length === 0
        ? passed
        : failed(`Of the ${what}, ${problems.join(", and ")}.`, `Correct ${path}, or create them first.`);
    },
  };
}
