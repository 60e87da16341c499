import type { Configuration, Workforce } from "@wf/parser";
import { digestOf } from "./digest.ts";

/** Identifies what a configuration means; a secret counts by its fingerprint, so that the digest gives nothing away. */
export function configurationDigest(
  configuration: Configuration,
  fingerprintOf: (address: string) => string | undefined,
): string {
  const { stack, regions, accounts, workforces } = configuration;
  return digestOf({
    stack,
    regions,
    accounts: accounts.map((account) => ({ ...account, span: undefined })),
    workforces: workforces.map((workforce) => plain(workforce, fingerprintOf(workforce.address))),
  });
}

function plain(workforce: Workforce, fingerprint: string | undefined): object {
  const { sensitive, lifecycle, identityProvider, workteams } = workforce;
  const provider =
    identityProvider?.kind === "oidc" ? { ...identityProvider, clientSecret: fingerprint } : identityProvider;
  return {
    ...workforce,
    span: undefined,
    sensitive: [...sensitive].sort(),
    lifecycle: { ...lifecycle, ignoreChanges: [...lifecycle.ignoreChanges].sort() },
    identityProvider: provider,
    workteams: workteams.map((team) => ({ ...team, span: undefined, sensitive: [...team.sensitive].sort() })),
  };
}
