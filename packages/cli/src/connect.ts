import path from "node:path";
import type { DiscoveryDocument, Probes, Region, Target } from "@wf/engine";
import type { Account, Configuration } from "@wf/parser";
import { accountIdentity, knownAccountId } from "./account-identity.ts";
import { type Context, shownPath } from "./context.ts";
import { probing } from "./probing.ts";
import { UserError } from "./user-error.ts";

/** The way to AWS, or to the embedded region; must be closed at the end. */
export interface Connection {
  readonly regionOf: (target: Target) => Region;
  /** Rejects with a `UserError` where a target's credentials belong to an account that its block does not allow. */
  readonly checkAccount: (target: Target) => Promise<void>;
  /** The id of the account that a target's credentials belong to; rejects with a `RemoteError`. */
  readonly accountId: (target: Target) => Promise<string>;
  /** The same, as far as it is known without asking. */
  readonly knownAccountId: (target: Target) => Promise<string | undefined>;
  /** What tells a target's account and endpoint apart from others on this machine, as far as is known without asking. */
  readonly identityOf: (target: Target) => Promise<string>;
  /** What can be asked of the world around a target. */
  readonly probesOf: (target: Target) => Probes;
  /** What an issuer says of itself; rejects with a `ProbeError`. */
  readonly discoveryDocument: (issuer: string) => Promise<DiscoveryDocument>;
  readonly close: () => Promise<void>;
}

/** How far the connection may reach. */
export interface Reach {
  /** Whether identity providers at private addresses may be asked. */
  readonly allowPrivateIdp: boolean;
}

/** The embedded region knows one account, and takes any credentials. */
const localCredentials = { accessKeyId: "123456789012", secretAccessKey: "local" };

/** Connects to what the configuration's accounts say. */
export async function connect(
  context: Context,
  configuration: Configuration,
  reach: Reach,
): Promise<Connection> {
  const { credentialChains, sagemakerAccount } = await import("@wf/engine/sagemaker");
  const local = context.local ? await startLocal(context) : undefined;
  const chains = credentialChains();
  const accountOf = (account: Account | undefined): ReturnType<typeof sagemakerAccount> =>
    sagemakerAccount(
      local === undefined
        ? {
            endpoint: account?.endpoints["sagemaker"],
            stsEndpoint: account?.endpoints["sts"],
            profile: account?.profile,
            assumeRole: account?.assumeRole,
            maxAttempts: account?.maxAttempts,
          }
        : { endpoint: local.url, credentials: localCredentials },
      chains,
    );
  const clients = new Map([
    [undefined, accountOf(undefined)],
    ...configuration.accounts.map((account) => [account.name, accountOf(account)] as const),
  ]);
  const clientOf = (target: Target): ReturnType<typeof sagemakerAccount> => {
    const client = clients.get(target.account);
    if (client === undefined) throw new Error(`There is no client for account "${target.account}"`);
    return client;
  };
  const blockOf = (target: Target): Account | undefined =>
    configuration.accounts.find(({ name }) => name === target.account);
  const accountId = async (target: Target): Promise<string> =>
    local === undefined ? clientOf(target).accountId(target.region) : localCredentials.accessKeyId;
  const { probesOf, discoveryDocument } = probing(context, reach);
  return {
    regionOf: (target) => clientOf(target).region(target.region),
    checkAccount: async (target) => {
      const account = blockOf(target);
      if (account === undefined || account.allowedAccountIds.length === 0) return;
      const id = await accountId(target);
      if (account.allowedAccountIds.includes(id)) return;
      throw new UserError(
        `The credentials of account.${account.name} belong to account ${id}, which its allowed_account_ids leave out.`,
        `Allowed are ${account.allowedAccountIds.join(", ")}. Use other credentials (profile, assume_role, AWS_PROFILE), or add the account.`,
      );
    },
    accountId,
    knownAccountId: async (target) =>
      local === undefined
        ? knownAccountId(blockOf(target), clientOf(target).credentials)
        : localCredentials.accessKeyId,
    identityOf: async (target) =>
      accountIdentity(blockOf(target), clientOf(target).credentials, context.io.environment),
    probesOf: (target) => probesOf(target, blockOf(target), clientOf(target)),
    discoveryDocument,
    close: async () => local?.close(),
  };
}

async function startLocal(
  context: Context,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const { startEmulator } = await import("@wf/engine/emulator");
  const dataFile = path.join(context.directory, ".wf", "local.json");
  try {
    return await startEmulator({ dataFile, vpcDelayMilliseconds: 2000 });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UserError(
      `The region of --local cannot be started: ${message}`,
      `Mend ${shownPath(context, dataFile)}, or delete it: --local then begins with an empty region.`,
      { cause: error },
    );
  }
}
