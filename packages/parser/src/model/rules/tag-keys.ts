import { diagnostic } from "../../text/diagnostic.ts";
import { blocksOf, type DecodedBlock, placeOf, shownText, textMapOf } from "../decoded.ts";
import type { WorkforceRule } from "./rule.ts";

/** `aws:` is AWS's own prefix, `wf:` is ours. */
export const tagKeys: WorkforceRule = (workforce) => {
  const bodies: readonly DecodedBlock[] = [workforce, ...blocksOf(workforce, "workteam")];
  return bodies.flatMap((body) =>
    Object.keys(textMapOf(body, "tags"))
      .filter((key) => /^(aws|wf):/i.test(key))
      .map((key) =>
        diagnostic("reserved-tag", placeOf(body, "tags"), {
          key: shownText(body, "tags", JSON.stringify(key)),
        }),
      ),
  );
};
