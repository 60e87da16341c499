import { diagnostic } from "../../text/diagnostic.ts";
import { suggest } from "../../text/suggest.ts";
import { accountReference } from "../build-workforce.ts";
import { blocksOf, placeOf } from "../decoded.ts";
import type { WorkforceRule } from "./rule.ts";

/** `account` names a block by reference, not by a string. */
export const accounts: WorkforceRule = (workforce, configuration) => {
  if (!workforce.attributes.has("account")) return [];
  const known = blocksOf(configuration, "account").map((block) => block.labels[0] ?? "");
  const reference = accountReference(workforce);
  if (reference === undefined)
    return [diagnostic("not-an-account", placeOf(workforce, "account"), { known })];
  if (known.includes(reference.name)) return [];
  const near = suggest(reference.name, known);
  return [diagnostic("unknown-account", reference.span, { name: reference.name, near, known })];
};
