import { SageMakerClient } from "@aws-sdk/client-sagemaker";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import type { AwsCredentialIdentity, IdentityProvider } from "@smithy/types";
import type { Region } from "../../ports.ts";
import { attempt } from "./call-in-progress.ts";
import { callerAccount } from "./caller-account.ts";
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

/**
 * SageMaker as one account sees it.
 *
 * @example sagemakerAccount({ profile: "labeling-prod" }).region("eu-west-1").read()
 */
export function sagemakerAccount(options: SagemakerAccountOptions): SagemakerAccount {
  const credentials = credentialProvider(options);
  const requestHandler = new NodeHttpHandler({
    connectionTimeout: 10_000,
    requestTimeout: 60_000,
    throwOnRequestTimeout: true,
    httpAgent: { maxSockets: 256 },
    httpsAgent: { maxSockets: 256 },
  });
  return {
    credentials,
    accountId: async (region) => callerAccount(credentials, region, options),
    region(name) {
      const client = new SageMakerClient({
        region: name,
        credentials,
        requestHandler,
        retryStrategy: retryStrategy(options),
        ...(options.endpoint === undefined ? {} : { endpoint: options.endpoint }),
        ...(options.profile === undefined ? {} : { profile: options.profile }),
      });
      client.middlewareStack.add((next) => (args) => attempt(() => next(args)), {
        name: "wfAttempt",
        step: "finalizeRequest",
        priority: "low",
      });
      return {
        read: (signal) => readRegion(client, name, signal),
        usage: (workteams, signal) => readUsage(client, name, workteams, signal),
        describe: (workforceName, signal) => describeWorkforce(client, name, workforceName, signal),
        send: (call, sendOptions) => sendCall(client, name, call, sendOptions),
      };
    },
  };
}
