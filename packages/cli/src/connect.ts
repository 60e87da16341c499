import path from "node:path";
import type { Region, Target } from "@wf/engine";
import type { Account, Configuration } from "@wf/parser";
import type { Context } from "./context.ts";
import { UserError } from "./user-error.ts";

/** The way to AWS, or to the embedded region; must be closed at the end. */
export interface Connection {
  readonly regionOf: (target: Target) => Region;
  /** Rejects with a `UserError` where a target's credentials belong to an account that its block does not allow. */
  readonly checkAccount: (target: Target) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The embedded region knows one account, and takes any credentials. */
const localCredentials = { accessKeyId: "123456789012", secretAccessKey: "local" };

/** Connects to what the configuration's accounts say, with one client per account and region. */
export async function connect(context: Context, configuration: Configuration): Promise<Connection> {
  const { sagemakerAccount } = await import("@wf/engine/sagemaker");
  const local = context.local ? await startLocal(context) : undefined;
  const accountOf = (account: Account | undefined): ReturnType<typeof sagemakerAccount> =>
    sagemakerAccount(
      local === undefined
        ? {
            endpoint: account?.endpoints["sagemaker"],
            profile: account?.profile,
            assumeRole: account?.assumeRole,
            maxAttempts: account?.maxAttempts,
          }
        : { endpoint: local.url, credentials: localCredentials },
    );
  const clients = new Map([
    [undefined, accountOf(undefined)],
    ...configuration.accounts.map((account) => [account.name, accountOf(account)] as const),
  ]);
  const regions = new Map<string, Region>();
  return {
    regionOf: (target) => {
      const key = JSON.stringify([target.account, target.region]);
      const known = regions.get(key);
      if (known !== undefined) return known;
      const client = clients.get(target.account);
      if (client === undefined) throw new Error(`There is no client for account "${target.account}"`);
      const made = client.region(target.region);
      regions.set(key, made);
      return made;
    },
    checkAccount: async (target) => {
      const account = configuration.accounts.find(({ name }) => name === target.account);
      const client = clients.get(target.account);
      if (account === undefined || client === undefined || account.allowedAccountIds.length === 0) return;
      const id = local === undefined ? await client.accountId(target.region) : localCredentials.accessKeyId;
      if (account.allowedAccountIds.includes(id)) return;
      throw new UserError(
        `The credentials of account.${account.name} belong to account ${id}, which its allowed_account_ids leave out.`,
        `Allowed are ${account.allowedAccountIds.join(", ")}. Use other credentials (profile, assume_role, AWS_PROFILE), or add the account.`,
      );
    },
    close: async () => local?.close(),
  };
}

async function startLocal(
  context: Context,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const { startEmulator } = await import("@wf/engine/emulator");
  return startEmulator({
    dataFile: path.join(context.directory, ".wf", "local.json"),
    vpcDelayMilliseconds: 2000,
  });
}
