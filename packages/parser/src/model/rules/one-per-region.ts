import { type Diagnostic, diagnostic } from "../../text/diagnostic.ts";
import { accountName } from "../build-workforce.ts";
import { blocksOf, type DecodedBlock, type DecodedBody, placeOf, shownText, textOf } from "../decoded.ts";

/** AWS keeps at most one private workforce per account and region. */
export function onePerRegion(configuration: DecodedBody): readonly Diagnostic[] {
  const first = new Map<string, DecodedBlock>();
  return blocksOf(configuration, "workforce").flatMap((workforce) => {
    const region = textOf(workforce, "region");
    if (region === undefined) return [];
    const account = accountName(workforce);
    const key = JSON.stringify([account, region]);
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, workforce);
      return [];
    }
    const second = diagnostic("two-workforces-in-region", placeOf(workforce, "region"), {
      region: shownText(workforce, "region", region),
      account,
    });
    return [{ ...second, related: [{ span: placeOf(before, "region"), message: "the first one" }] }];
  });
}
