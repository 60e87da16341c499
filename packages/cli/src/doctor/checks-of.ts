import { targetsOf, type WantedTarget } from "@wf/engine";
import type { Configuration } from "@wf/parser";
import type { Connection } from "../connect.ts";
import { accountChecks } from "./account-checks.ts";
import type { DoctorCheck } from "./doctor-check.ts";
import { preflightOf } from "./preflight-of.ts";
import { regionChecks } from "./region-checks.ts";

/** What is looked at, and how far. */
export interface Examined {
  readonly configuration: Configuration;
  /** Where there is no configuration that names one. */
  readonly region: string | undefined;
  /** For credentials that only plan: what may be changed is not asked. */
  readonly readOnly: boolean;
}

/** Every check of a configuration's accounts, regions and workforces, in the order in which they are told. */
export function checksOf(examined: Examined, connection: Connection): readonly DoctorCheck[] {
  const { configuration, region, readOnly } = examined;
  const wanted = targetsOf(configuration, { destroy: false });
  const alone: readonly WantedTarget[] =
    wanted.length > 0 || region === undefined
      ? []
      : [{ target: { account: undefined, region }, desired: undefined, destroyed: undefined }];
  const targets = [...wanted, ...alone];
  const byAccount = Map.groupBy(targets, ({ target }) => target.account);
  const known = byAccount.size > 0 ? [...byAccount.keys()] : [undefined];
  return known.flatMap((account) => {
    const inAccount = byAccount.get(account) ?? [];
    const first = inAccount[0]?.target ?? { account, region: region ?? "us-east-1" };
    const block = configuration.accounts.find(({ name }) => name === account);
    const caller = accountChecks(first, block, connection);
    return [
      ...caller.checks,
      ...inAccount.flatMap((each) => [
        ...regionChecks(each, connection, caller, readOnly),
        ...preflightOf(each, connection),
      ]),
    ];
  });
}
