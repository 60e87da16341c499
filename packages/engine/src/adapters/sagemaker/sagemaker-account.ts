import { SageMakerClient } from "@aws-sdk/client-sagemaker";
import { loadConfig } from "@smithy/core/config";
import { NODE_MAX_ATTEMPT_CONFIG_OPTIONS } from "@smithy/core/retry";
import type { AwsCredentialIdentity, IdentityProvider, Provider } from "@smithy/types";
import type { Region } from "../../ports.ts";
import { parseSharedFilesOnce } from "../shared-files.ts";
import { callerAccount } from "./caller-account.ts";
import { correctedClock } from "./corrected-clock.ts";
import { type CredentialChains, credentialChains, credentialProvider } from "./credentials.ts";
import { describeWorkforce } from "./describe-workforce.ts";
import { readRegion } from "./read-region.ts";
import { readUsage } from "./read-usage.ts";
import { type RegionClient, regionClient } from "./region-client.ts";
import type { RetryOptions } from "./retried.ts";
import { sendCall } from "./send-call.ts";

/** Who calls AWS, and how. What is left out is found as AWS's own tools find it. */
export interface SagemakerAccountOptions extends RetryOptions {
  /** In place of AWS's own, or of what the environment or the profile says. */
  readonly endpoint?: string | undefined;
  /** The same of STS, which is asked for roles and the account's id. */
  readonly stsEndpoint?: string | undefined;
  readonly profile?: string | undefined;
  readonly assumeRole?: AssumeRole | undefined;
  /** In place of the credential chain: for the emulator. */
  readonly credentials?:
    | { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken?: string }
    | undefined;
}

/** A role to take on with the credentials found. */
export interface AssumeRole {
  readonly roleArn: string;
  readonly externalId?: string | undefined;
  readonly sessionName?: string | undefined;
  readonly durationSeconds?: number | undefined;
}

/** All regions of one account: they share credentials, connections and the clock. */
export interface SagemakerAccount {
  /** The same whenever it is asked for, as what was learned of how fast it may be asked stays with it. */
  region(name: string): Region;
  /** The account's id, asked of STS in a region; rejects with a `RemoteError`. */
  accountId(region: string): Promise<string>;
  /** The account's credentials, for what else is asked in its name. */
  readonly credentials: IdentityProvider<AwsCredentialIdentity>;
}

/**
 * SageMaker as one account sees it. Accounts that are given the same chains look a profile up once.
 *
 * @example sagemakerAccount({ profile: "labeling-prod" }).region("eu-west-1").read()
 */
export function sagemakerAccount(
  options: SagemakerAccountOptions,
  chainOf: CredentialChains = credentialChains(),
): SagemakerAccount {
  parseSharedFilesOnce(process.env);
  const credentials = credentialProvider(options, chainOf);
  // Only asked for AWS's settings, which no region changes.
  const settings = new SageMakerClient({
    region: "us-east-1",
    credentials,
    maxAttempts: options.maxAttempts ?? awsMaxAttempts(options.profile),
    ...(options.endpoint === undefined ? {} : { endpoint: options.endpoint }),
    ...(options.profile === undefined ? {} : { profile: options.profile }),
  });
  const clock = correctedClock();
  const regions = new Map<string, Region>();
  return {
    credentials,
    accountId: async (region) => callerAccount(credentials, region, options),
    region(name) {
      const known = regions.get(name);
      if (known !== undefined) return known;
      const made = regionOf(regionClient(settings, name, clock, options));
      regions.set(name, made);
      return made;
    },
  };
}

/** Where neither the configuration nor AWS's settings say. */
const defaultMaxAttempts = 6;

/** How often AWS_MAX_ATTEMPTS or the profile says to try. */
function awsMaxAttempts(profile: string | undefined): Provider<number> {
  const setting = { ...NODE_MAX_ATTEMPT_CONFIG_OPTIONS, default: defaultMaxAttempts };
  return loadConfig(setting, profile === undefined ? {} : { profile });
}

function regionOf(client: RegionClient): Region {
  return {
    read: (options) => readRegion(client, options),
    usage: (workteams, signal) => readUsage(client, workteams, signal),
    describe: (workforceName, options) => describeWorkforce(client, workforceName, options),
    send: (call, options) => sendCall(client, call, options),
  };
}
