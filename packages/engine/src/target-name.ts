/** A target as it is known: an event's, a plan's or a view's. */
interface Named {
  readonly account?: string | undefined;
  readonly region: string;
}

/** What people call a target: its region, and the account where one is named. Not yet safe to print. */
export function targetName({ account, region }: Named): string {
  return account === undefined ? region : `${region} of account.${account}`;
}

/** What they call what a target holds: its block in it, or the target where no block names it. */
export function targetHeading({
  address,
  ...target
}: Named & { readonly address?: string | undefined }): string {
  return address === undefined ? targetName(target) : `${address} in ${targetName(target)}`;
}
