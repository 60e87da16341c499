import { type CallerIdentity, ProbeError, RemoteError, type Target } from "@wf/engine";
import type { Account } from "@wf/parser";
import type { Connection } from "../connect.ts";
import { remoteHelp } from "../render/failures-text.ts";
import { UserError } from "../user-error.ts";
import { sentence } from "../render/sentence.ts";
import {
  type DoctorCheck,
  failed,
  notMade,
  type Outcome,
  passed,
  type Place,
  skipped,
  headingOf,
} from "./doctor-check.ts";

/** An account's checks, and what the checks of its regions build on. */
export interface Caller {
  readonly checks: readonly DoctorCheck[];
  readonly identity: () => Promise<CallerIdentity>;
  /** Whether there are credentials at all that AWS takes, as far as is known. */
  readonly isUsable: () => Promise<boolean>;
}

/** Who calls, and whether the account's block allows it. */
export function accountChecks(target: Target, account: Account | undefined, connection: Connection): Caller {
  let asked: Promise<CallerIdentity> | undefined;
  const identity = async (): Promise<CallerIdentity> =>
    (asked ??= connection.probesOf(target).callerIdentity());
  const isUsable = async (): Promise<boolean> =>
    identity().then(
      () => true,
      (error: unknown) => !isAboutCredentials(error),
    );
  const place: Place = { account: target.account, region: undefined, address: undefined };
  const heading = headingOf(place);
  const credentials: DoctorCheck = {
    name: "credentials",
    heading,
    place,
    asks: "whose the credentials are",
    make: async () => checkIdentity(identity),
  };
  const allowed: DoctorCheck = {
    name: "allowed-account",
    heading,
    place,
    asks: "that the account is one of allowed_account_ids",
    make: async () => checkAccount(target, connection, isUsable),
  };
  const isLimited = (account?.allowedAccountIds ?? []).length > 0;
  return { identity, isUsable, checks: isLimited ? [credentials, allowed] : [credentials] };
}

async function checkIdentity(identity: Caller["identity"]): Promise<Outcome> {
  try {
    const { account, arn } = await identity();
    return passed(`Account ${account}, as ${arn}`);
  } catch (error) {
    if (!(error instanceof ProbeError)) throw error;
    if (error.reason === "local") return skipped("The region is on this machine, and takes any.");
    const { cause } = error;
    if (!(cause instanceof RemoteError)) return notMade(sentence(error.message));
    return isAboutCredentials(error)
      ? failed(sentence(cause.message), remoteHelp[cause.reason])
      : notMade(sentence(`${sentence(cause.message)} ${remoteHelp[cause.reason]}`));
  }
}

async function checkAccount(
  target: Target,
  connection: Connection,
  isUsable: Caller["isUsable"],
): Promise<Outcome> {
  if (!(await isUsable())) return withoutCredentials;
  try {
    await connection.checkAccount(target);
    return passed("It is one of allowed_account_ids.");
  } catch (error) {
    if (error instanceof UserError) return failed(error.message, error.help);
    if (error instanceof RemoteError) return notMade(sentence(error.message));
    throw error;
  }
}

/** Nobody needs a permission to ask who calls: what is denied is to take on the role. */
const credentialReasons: ReadonlySet<string> = new Set([
  "access-denied",
  "expired-token",
  "invalid",
  "invalid-credentials",
  "no-credentials",
]);

function isAboutCredentials(error: unknown): boolean {
  return (
    error instanceof ProbeError &&
    error.cause instanceof RemoteError &&
    credentialReasons.has(error.cause.reason)
  );
}

/** What is not asked where nobody would answer. */
export const withoutCredentials: Outcome = skipped("There are no credentials that AWS takes.");
