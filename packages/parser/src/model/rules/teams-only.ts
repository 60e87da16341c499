import { diagnostic } from "../../text/diagnostic.ts";
import { textOf } from "../decoded.ts";
import type { WorkforceRule } from "./rule.ts";

const ofTheWorkforce = new Set(["source_ip_config", "workforce_vpc_config", "lifecycle"]);

/** With `manage = "teams"` the workforce belongs to someone else: nothing of it can be said here. */
export const teamsOnly: WorkforceRule = (workforce) => {
  if (textOf(workforce, "manage") !== "teams") return [];
  const blocks = workforce.blocks
    .filter((block) => ofTheWorkforce.has(block.schema.type))
    .map((block) => diagnostic("teams-only-attribute", block.header, { name: block.schema.type }));
  const attributes = ["ip_address_type", "tags"].flatMap((name) => {
    const written = workforce.attributes.get(name);
    return written === undefined
      ? []
      : [diagnostic("teams-only-attribute", written.attribute.span, { name })];
  });
  return [...blocks, ...attributes];
};
