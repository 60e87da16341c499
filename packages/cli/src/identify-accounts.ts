import {
  ProbeError,
  RemoteError,
  type RunHistory,
  type Target,
  type TargetInput,
  tookTeamsAway,
} from "@wf/engine";
import type { Connection } from "./connect.ts";

type Account = NonNullable<TargetInput["account"]>;

/**
 * The inputs of a plan, with the account's id where nothing live tells it and the configuration or the credentials do.
 * It is asked for over the network where several `account` blocks meet in one region, and where teams that a run has
 * taken away may be those of another account.
 */
export async function identifyAccounts(
  inputs: readonly TargetInput[],
  connection: Connection,
  runs: readonly RunHistory[],
): Promise<readonly TargetInput[]> {
  const byRegion = Map.groupBy(inputs, ({ target }) => target.region);
  const ask = onceAnAccount(async (target) => askFor(connection, target));
  const lookUp = onceAnAccount(async (target) => callerOf(connection, target));
  return Promise.all(
    inputs.map(async (input) => {
      const { live, target } = input;
      if (live.workforce !== undefined) return input;
      const value = await connection.knownAccountId(target);
      if (value !== undefined) return { ...input, account: { readable: true, value } };
      const meets = (byRegion.get(target.region)?.length ?? 0) > 1;
      if (meets) return { ...input, account: await ask(target) };
      return tookTeamsAway(runs, target) ? { ...input, account: await lookUp(target) } : input;
    }),
  );
}

/** Work whose result is that of all targets of one `account` block. */
function onceAnAccount<T>(work: (target: Target) => Promise<T>): (target: Target) => Promise<T> {
  const begun = new Map<string | undefined, Promise<T>>();
  return async (target) => {
    const working = begun.get(target.account) ?? work(target);
    begun.set(target.account, working);
    return working;
  };
}

/** What cannot be told is said in the plan. */
async function askFor(connection: Connection, target: Target): Promise<Account> {
  try {
    return { readable: true, value: await connection.accountId(target) };
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    return { readable: false, reason: error.message };
  }
}

/** What cannot be told, as around an emulator, leaves the plan as it would be without the question. */
async function callerOf(connection: Connection, target: Target): Promise<Account | undefined> {
  try {
    const { account } = await connection.probesOf(target).callerIdentity();
    return { readable: true, value: account };
  } catch (error) {
    if (!(error instanceof ProbeError)) throw error;
    return undefined;
  }
}
