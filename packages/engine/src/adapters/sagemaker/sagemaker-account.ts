import { SageMakerClient, type SageMakerClientResolvedConfig } from "@aws-sdk/client-sagemaker";
import type { AwsCredentialIdentity, IdentityProvider } from "@smithy/types";
import type { Region } from "../../ports.ts";
import { attempt } from "./call-in-progress.ts";
import { callerAccount } from "./caller-account.ts";
import { connections } from "./connections.ts";
import { credentialProvider } from "./credentials.ts";
import { describeWorkforce } from "./describe-workforce.ts";
import { readRegion } from "./read-region.ts";
import { readUsage } from "./read-usage.ts";
import { type RetryOptions, retryStrategy } from "./retry-strategy.ts";
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

/** All regions of one account: they share credentials, connections and nothing else. */
export interface SagemakerAccount {
  region(name: string): Region;
  /** The account's id, asked of STS in a region; rejects with a `RemoteError`. */
  accountId(region: string): Promise<string>;
  /** The account's credentials, for what else is asked in its name. */
  readonly credentials: IdentityProvider<AwsCredentialIdentity>;
}

/** What the environment and the profile say of every region alike. */
type SharedSettings = Pick<
  SageMakerClientResolvedConfig,
  | "authSchemePreference"
  | "defaultsMode"
  | "retryMode"
  | "useDualstackEndpoint"
  | "useFipsEndpoint"
  | "userAgentAppId"
>;

/** A client's settings for the next one, which would otherwise read AWS's files again. */
function sharedSettings({ config }: SageMakerClient): SharedSettings {
  const {
    authSchemePreference,
    defaultsMode,
    retryMode,
    useDualstackEndpoint,
    useFipsEndpoint,
    userAgentAppId,
  } = config;
  return {
    authSchemePreference,
    defaultsMode,
    retryMode,
    useDualstackEndpoint,
    useFipsEndpoint,
    userAgentAppId,
  };
}

/**
 * SageMaker as one account sees it.
 *
 * @example sagemakerAccount({ profile: "labeling-prod" }).region("eu-west-1").read()
 */
export function sagemakerAccount(options: SagemakerAccountOptions): SagemakerAccount {
  const credentials = credentialProvider(options);
  let settings: SharedSettings | undefined;
  return {
    credentials,
    accountId: async (region) => callerAccount(credentials, region, options),
    region(name) {
      // A client for each: one for all would sign every request for the region of its first.
      const client = new SageMakerClient({
        region: name,
        credentials,
        requestHandler: connections,
        retryStrategy: retryStrategy(options),
        ...(options.endpoint === undefined ? {} : { endpoint: options.endpoint }),
        ...(options.profile === undefined ? {} : { profile: options.profile }),
        ...settings,
      });
      settings ??= sharedSettings(client);
      client.middlewareStack.add((next) => (args) => attempt(() => next(args)), {
        name: "wfAttempt",
        step: "finalizeRequest",
        priority: "low",
      });
      return {
        read: (readOptions) => readRegion(client, name, readOptions),
        usage: (workteams, signal) => readUsage(client, name, workteams, signal),
        describe: (workforceName, signal) => describeWorkforce(client, name, workforceName, signal),
        send: (call, sendOptions) => sendCall(client, name, call, sendOptions),
      };
    },
  };
}
