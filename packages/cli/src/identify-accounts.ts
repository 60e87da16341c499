import { RemoteError, type TargetInput } from "@wf/engine";
import type { Connection } from "./connect.ts";

/**
 * The inputs of a plan, with the account's id where several `account` blocks meet in one region and what is live does not
 * tell it. For all others nobody is asked.
 */
export async function identifyAccounts(
  inputs: readonly TargetInput[],
  connection: Connection,
): Promise<readonly TargetInput[]> {
  const meeting = [...Map.groupBy(inputs, ({ target }) => target.region).values()].filter(
    (group) => group.length > 1,
  );
  const silent = new Set(meeting.flat().filter(({ live }) => live.workforce === undefined));
  const asked = new Map<string | undefined, Promise<NonNullable<TargetInput["account"]>>>();
  for (const { target } of silent) {
    if (!asked.has(target.account)) asked.set(target.account, askFor(connection, target));
  }
  return Promise.all(
    inputs.map(async (input) => {
      const account = silent.has(input) ? await asked.get(input.target.account) : undefined;
      return account === undefined ? input : { ...input, account };
    }),
  );
}

async function askFor(
  connection: Connection,
  target: TargetInput["target"],
): Promise<NonNullable<TargetInput["account"]>> {
  try {
    return { readable: true, value: await connection.accountId(target) };
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    return { readable: false, reason: error.message };
  }
}
