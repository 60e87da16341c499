import { defaultProvider } from "@aws-sdk/credential-provider-node";
import { doesIdentityRequireRefresh, isIdentityExpired, memoizeIdentityProvider } from "@smithy/core";
import type { AwsCredentialIdentity, IdentityProvider } from "@smithy/types";
import { RemoteError } from "../../remote-error.ts";
import { connections } from "./connections.ts";
import { remoteFailure } from "./remote-failure.ts";
import type { SagemakerAccountOptions } from "./sagemaker-account.ts";

/** The credentials that AWS's own tools find for a profile, or for none. */
export type CredentialChains = (profile: string | undefined) => IdentityProvider<AwsCredentialIdentity>;

/**
 * Chains for accounts that share profiles: whoever takes on a hundred roles from one sign-in, or from one
 * `credential_process`, asks for it once.
 */
export function credentialChains(): CredentialChains {
  const chains = new Map<string | undefined, IdentityProvider<AwsCredentialIdentity>>();
  return (profile) => {
    const chain =
      chains.get(profile) ?? defaultProvider(profile === undefined ? {} : { profile, logger: quiet });
    chains.set(profile, chain);
    return chain;
  };
}

/**
 * Credentials for all regions of an account, looked up once and kept until they expire: a fleet of a thousand regions asks
 * SSO or STS once. Failures are told as `RemoteError`s of what was asked for.
 */
export function credentialProvider(
  options: SagemakerAccountOptions,
  chainOf: CredentialChains,
): IdentityProvider<AwsCredentialIdentity> {
  const { credentials, assumeRole, profile } = options;
  if (credentials !== undefined) return () => Promise.resolve(credentials);
  const operation = assumeRole === undefined ? "credentials" : "AssumeRole";
  const chain = chainOf(profile);
  const provider = assumeRole === undefined ? chain : assumingRole(chain, assumeRole, options);
  const told: IdentityProvider<AwsCredentialIdentity> = async (properties) => {
    try {
      return await provider(properties);
    } catch (error) {
      const failure = remoteFailure(error, { operation, service: "STS" });
      // The chain's own message does not say which profile it looked for.
      const looked = profile ?? process.env["AWS_PROFILE"] ?? "";
      const missing = failure.reason === "no-credentials" || failure.reason === "expired-token";
      if (!missing || looked === "") throw failure;
      const text = failure.message.replace(/\.?$/, ".");
      const message = /\bsso\b/i.test(text)
        ? `${text} Run aws sso login --profile ${looked}.`
        : `${text} The profile is ${JSON.stringify(looked)}.`;
      throw new RemoteError(failure.reason, operation, message, { cause: failure.cause });
    }
  };
  return memoizeIdentityProvider(told, isIdentityExpired, doesIdentityRequireRefresh) ?? told;
}

/** A profile that a block names is meant, whatever the environment holds beside it: nothing to warn of. */
const quiet = { debug: ignore, info: ignore, warn: ignore, error: ignore };

function ignore(): void {}

/** STS and what it takes to call it are loaded only where a role is assumed. */
function assumingRole(
  masterCredentials: IdentityProvider<AwsCredentialIdentity>,
  role: NonNullable<SagemakerAccountOptions["assumeRole"]>,
  { profile, stsEndpoint }: SagemakerAccountOptions,
): IdentityProvider<AwsCredentialIdentity> {
  let provider: IdentityProvider<AwsCredentialIdentity> | undefined;
  return async (properties) => {
    const { fromTemporaryCredentials } = await import("@aws-sdk/credential-providers");
    provider ??= fromTemporaryCredentials({
      masterCredentials,
      params: {
        RoleArn: role.roleArn,
        RoleSessionName: role.sessionName ?? "wf",
        ...(role.externalId === undefined ? {} : { ExternalId: role.externalId }),
        ...(role.durationSeconds === undefined ? {} : { DurationSeconds: role.durationSeconds }),
      },
      clientConfig: {
        requestHandler: connections,
        ...(profile === undefined ? {} : { profile }),
        ...(stsEndpoint === undefined ? {} : { endpoint: stsEndpoint }),
      },
    });
    return provider(properties);
  };
}
