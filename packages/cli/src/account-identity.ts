import { createHash } from "node:crypto";
import { parseArn, RemoteError } from "@wf/engine";
import type { SagemakerAccount } from "@wf/engine/sagemaker";
import type { Account } from "@wf/parser";
import { sagemakerEndpoint } from "./sagemaker-endpoint.ts";

/**
 * A name for whose regions these are, as a part of a file's name: the account's id where the configuration or the
 * credentials say it, otherwise a hash of the access key. Nobody is asked over the network for it. A region at an
 * address of its own is another one than AWS's.
 */
export async function accountIdentity(
  account: Account | undefined,
  credentials: SagemakerAccount["credentials"],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const endpoint = sagemakerEndpoint(account, environment);
  const own =
    (await knownAccountId(account, credentials)) ??
    (await keyOf(credentials)) ??
    account?.profile ??
    "default";
  return [/^[\w.-]+$/.test(own) ? own : hash(own), ...(endpoint === undefined ? [] : [hash(endpoint)])].join(
    "-",
  );
}

/** The account's id where the configuration or the credentials say it. */
export async function knownAccountId(
  account: Account | undefined,
  credentials: SagemakerAccount["credentials"],
): Promise<string | undefined> {
  const [id, ...others] = account?.allowedAccountIds ?? [];
  if (id !== undefined && others.length === 0) return id;
  if (account?.assumeRole !== undefined) return parseArn(account.assumeRole.roleArn)?.accountId;
  return (await orNone(credentials))?.accountId;
}

async function keyOf(credentials: SagemakerAccount["credentials"]): Promise<string | undefined> {
  const accessKeyId = (await orNone(credentials))?.accessKeyId;
  return accessKeyId === undefined ? undefined : `key-${hash(accessKeyId)}`;
}

/** Where there are no credentials, nothing will be carried out either: the first call says so. */
async function orNone<T>(credentials: () => Promise<T>): Promise<T | undefined> {
  try {
    return await credentials();
  } catch (error) {
    if (error instanceof RemoteError) return undefined;
    throw error;
  }
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
