import { regionName } from "../model/constraints.ts";
import { knownRegions } from "../model/regions.ts";
import { ignorable } from "../model/rules/ignore-changes.ts";
import type { AttributeSchema } from "../model/schema.ts";

/** The values that an attribute may have where they can be counted, as they are written with quotes or between them. */
export function literalsOf(attribute: AttributeSchema | undefined, quoted: boolean): readonly string[] {
  if (attribute === undefined) return [];
  if (attribute.form === "names") return quoted ? ignorable : [];
  const texts = attribute.text === regionName ? knownRegions : (attribute.text?.values ?? []);
  if (!quoted) return texts;
  const truths = attribute.type.kind === "bool" ? ["true", "false"] : [];
  return [...truths, ...texts.map((each) => JSON.stringify(each))];
}
