import { NodeHttpHandler } from "@smithy/node-http-handler";
import type { AwsCredentialIdentity, IdentityProvider } from "@smithy/types";
import { ProbeError } from "../probe-error.ts";
import { remoteFailure } from "./sagemaker/remote-failure.ts";

/** Where and as whom a service of AWS is asked. */
export interface AwsProbeOptions {
  readonly region: string;
  readonly credentials: IdentityProvider<AwsCredentialIdentity>;
  /** In place of AWS's own, or of what the environment or the profile says. */
  readonly endpoint?: string | undefined;
  readonly profile?: string | undefined;
}

/** The settings of a client that asks questions: a plan does not wait long for them. */
export function probeClientConfig({ region, credentials, endpoint, profile }: AwsProbeOptions): {
  readonly region: string;
  readonly credentials: IdentityProvider<AwsCredentialIdentity>;
  readonly maxAttempts: number;
  readonly requestHandler: NodeHttpHandler;
  readonly endpoint?: string;
  readonly profile?: string;
} {
  return {
    region,
    credentials,
    maxAttempts: 2,
    requestHandler: new NodeHttpHandler({
      connectionTimeout: 3000,
      requestTimeout: 10_000,
      throwOnRequestTimeout: true,
    }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(profile === undefined ? {} : { profile }),
  };
}

/** What the call answers; undefined where AWS says that there is no such thing. Everything else is a `ProbeError`. */
export async function askAws<T>(
  call: { readonly operation: string; readonly service: string; readonly region: string },
  send: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await send();
  } catch (error) {
    const failure = remoteFailure(error, call);
    if (failure.reason === "not-found") return undefined;
    throw new ProbeError("no-answer", failure.message, { cause: failure });
  }
}
