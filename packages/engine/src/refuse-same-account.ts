import { accountIdOf } from "./account-id.ts";
import type { TargetInput } from "./plan.ts";
import type { Note, Refusal } from "./plan-model.ts";

/** Inputs by account and region; those whose account is not known are in none. */
export type Meetings = ReadonlyMap<string, readonly TargetInput[]>;

/** Which inputs meet in one region of one account. */
export function meetingsOf(all: readonly TargetInput[]): Meetings {
  const known = all.filter((each) => accountOf(each) !== undefined);
  return Map.groupBy(known, placeOf);
}

/**
 * Refuses a region that two `account` blocks reach in one account, which an ARN gives away, or STS where the region is
 * empty: each would be planned as if the other were not there, and what one block wants the other's emptiness would
 * delete.
 */
export function refuseSameAccount(input: TargetInput, meetings: Meetings): readonly Refusal[] {
  const same = meetings.get(placeOf(input)) ?? [];
  if (same.length < 2) return [];
  const names = same
    .map(({ target }) => (target.account === undefined ? "the default one" : `"${target.account}"`))
    .join(" and ");
  return [
    {
      code: "same-account",
      message: `The accounts ${names} turn out to be one, ${accountOf(input)}, and meet in ${input.target.region}.`,
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

function placeOf(input: TargetInput): string {
  return `${accountOf(input) ?? ""}/${input.target.region}`;
}

function accountOf({ account, live }: TargetInput): string | undefined {
  return accountIdOf(live, account);
}
