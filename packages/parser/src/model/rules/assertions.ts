import { childScope } from "../../evaluation/scope.ts";
import { diagnostic } from "../../text/diagnostic.ts";
import { blockValue } from "../block-value.ts";
import { checkCondition } from "../condition.ts";
import { blocksOf } from "../decoded.ts";
import type { WorkforceRule } from "./rule.ts";

/** A team's own policy: `assert` blocks, held against each instance, which is `self` in them. */
export const assertions: WorkforceRule = (workforce) => {
  const asserted = blocksOf(workforce, "assert");
  if (asserted.length === 0) return [];
  const self = blockValue(workforce);
  return asserted.flatMap((block) =>
    checkCondition(block, childScope(block.scope, [["self", self]]), (place, message) =>
      diagnostic("assertion-failed", place, { message }),
    ),
  );
};
