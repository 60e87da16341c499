import { type Diagnostic, diagnostic } from "../../text/diagnostic.ts";
import { fits } from "../check-value.ts";
import { blocksOf, type DecodedBlock } from "../decoded.ts";
import { attributeNamed } from "../schema.ts";
import type { WorkforceRule } from "./rule.ts";

/** A label that stands for the name must be one. */
export const defaultNames: WorkforceRule = (workforce) =>
  [workforce, ...blocksOf(workforce, "workteam")].flatMap(checkLabel);

function checkLabel({ schema, attributes, block }: DecodedBlock): readonly Diagnostic[] {
  const label = block.labels[0];
  const constraint = attributeNamed(schema, "name")?.text;
  const written = attributes.get("name");
  if (label === undefined || constraint === undefined) return [];
  if (written !== undefined && written.evaluated.kind !== "null") return [];
  if (fits(label.value, constraint)) return [];
  const allowed = `${constraint.allowed}, for it is the name as well; or set name`;
  const shown = JSON.stringify(label.value);
  return [diagnostic("invalid-label", label.span, { block: schema.type, label: shown, allowed })];
}
