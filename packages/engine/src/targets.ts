import type { Configuration, Workforce } from "@wf/parser";
import { partition } from "./partition.ts";
import type { Target } from "./plan-model.ts";

/** A region to plan, and what the configuration says of it. */
export interface WantedTarget {
  readonly target: Target;
  /** Undefined where no block names the region, or where everything is to be destroyed. */
  readonly desired: Workforce | undefined;
  /** The block of what is to be destroyed. */
  readonly destroyed: Workforce | undefined;
}

/** Every region that a configuration answers for: those of its workforces, then those that only `wf.regions` names, in each account. */
export function targetsOf(
  configuration: Configuration,
  options: { readonly destroy: boolean },
): readonly WantedTarget[] {
  const named = configuration.workforces.map((workforce) => ({
    target: { account: workforce.account, region: workforce.region },
    desired: options.destroy ? undefined : workforce,
    destroyed: options.destroy ? workforce : undefined,
  }));
  const known = new Set(named.map(({ target }) => targetKey(target)));
  const others = accountsOf(configuration)
    .flatMap((account) => configuration.regions.map((region) => ({ account, region })))
    .filter((target) => !known.has(targetKey(target)));
  return [...named, ...others.map((target) => ({ target, desired: undefined, destroyed: undefined }))];
}

/**
 * Those of these regions that the configuration does not name, under each of its accounts: what it once made may still be
 * there. An account is of one partition of AWS, that of the regions it is named with.
 */
export function unnamedTargets(configuration: Configuration, regions: readonly string[]): readonly Target[] {
  const named = targetsOf(configuration, { destroy: false }).map(({ target }) => target);
  const known = new Set(named.map(targetKey));
  return accountsOf(configuration).flatMap((account) => {
    const own = named.filter((target) => target.account === account);
    const partitions = new Set((own.length === 0 ? named : own).map(({ region }) => partition(region)));
    return regions
      .filter(
        (region) =>
          partitions.has(partition(region)) || (partitions.size === 0 && partition(region) === "aws"),
      )
      .map((region) => ({ account, region }))
      .filter((target) => !known.has(targetKey(target)));
  });
}

/** Those that blocks declare and those that workforces use, which the credential chain may be; it alone where there are none. */
function accountsOf({ accounts, workforces }: Configuration): readonly (string | undefined)[] {
  const all = new Set([...accounts.map(({ name }) => name), ...workforces.map(({ account }) => account)]);
  return all.size === 0 ? [undefined] : [...all];
}

/** Tells targets apart. */
export function targetKey(target: Target): string {
  return JSON.stringify([target.account ?? null, target.region]);
}
