import { sensitiveText } from "../../evaluation/stand-ins.ts";
import { type Diagnostic, diagnostic } from "../../text/diagnostic.ts";
import { suggest } from "../../text/suggest.ts";
import { blockOf, type DecodedBlock, type DecodedBody, isSensitive, textOf, textsOf } from "../decoded.ts";
import { placeOfText } from "../check-value.ts";
import { knownRegions } from "../regions.ts";
import type { WorkforceRule } from "./rule.ts";

/** Regions appear faster than releases, so an unknown one is a warning. */
export const regions: WorkforceRule = (workforce) => {
  const region = textOf(workforce, "region");
  return region === undefined ? [] : unknownRegions(workforce, "region", [region]);
};

/** The same for those that the stack answers for. */
export function stackRegions(configuration: DecodedBody): readonly Diagnostic[] {
  const wf = blockOf(configuration, "wf");
  return wf === undefined ? [] : unknownRegions(wf, "regions", textsOf(wf, "regions"));
}

function unknownRegions(
  block: DecodedBlock,
  attribute: string,
  names: readonly string[],
): readonly Diagnostic[] {
  const unknown = names.filter((name) => !knownRegions.includes(name));
  return unknown.map((name) => {
    const hidden = isSensitive(block, attribute);
    const region = hidden ? sensitiveText : name;
    const near = hidden ? undefined : suggest(name, knownRegions);
    return diagnostic("unknown-region", placeOfText(block, attribute, name), { region, near });
  });
}
