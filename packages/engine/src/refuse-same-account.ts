import type { TargetInput } from "./plan.ts";
import type { Refusal } from "./plan-model.ts";

/**
 * Refuses a region that two `account` blocks reach in one account, which an ARN gives away: each would be planned as if
 * the other were not there, and what one block wants the other's emptiness would delete.
 */
export function refuseSameAccount(input: TargetInput, all: readonly TargetInput[]): readonly Refusal[] {
  const arn = input.live.workforce?.arn;
  const same = all.filter(
    (each) => each.target.region === input.target.region && each.live.workforce?.arn === arn,
  );
  if (arn === undefined || same.length < 2) return [];
  const names = same
    .map(({ target }) => (target.account === undefined ? "the default one" : `"${target.account}"`))
    .join(" and ");
  return [
    {
      code: "same-account",
      message: `The accounts ${names} turn out to be one, ${arn.split(":")[4]}, and meet in ${input.target.region}.`,
      help: "Keep one of the account blocks, or give one of them the credentials of another account.",
    },
  ];
}
