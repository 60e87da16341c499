import type { TargetInput } from "./plan.ts";
import type { Note, Refusal } from "./plan-model.ts";

/**
 * Refuses a region that two `account` blocks reach in one account, which an ARN gives away, or STS where the region is
 * empty: each would be planned as if the other were not there, and what one block wants the other's emptiness would
 * delete.
 */
export function refuseSameAccount(input: TargetInput, all: readonly TargetInput[]): readonly Refusal[] {
  const id = accountOf(input);
  const same = all.filter((each) => each.target.region === input.target.region && accountOf(each) === id);
  if (id === undefined || same.length < 2) return [];
  const names = same
    .map(({ target }) => (target.account === undefined ? "the default one" : `"${target.account}"`))
    .join(" and ");
  return [
    {
      code: "same-account",
      message: `The accounts ${names} turn out to be one, ${id}, and meet in ${input.target.region}.`,
      help: "Keep one of the account blocks, or give one of them the credentials of another account.",
    },
  ];
}

/** Warns where it could not be asked whether two blocks are one account. */
export function noteUnknownAccount({ account, target }: TargetInput): readonly Note[] {
  if (account === undefined || account.readable) return [];
  const message = `Several accounts meet in ${target.region}, and whether this one is another than the others could not be asked: ${account.reason}`;
  return [{ severity: "warning", message }];
}

function accountOf({ account, live }: TargetInput): string | undefined {
  const arn = live.workforce?.arn;
  if (arn !== undefined) return arn.split(":")[4];
  return account?.readable === true ? account.value : undefined;
}
