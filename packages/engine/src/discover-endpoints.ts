import type { Oidc, Workforce } from "@wf/parser";
import { oidcEndpointNames, oidcEndpoints } from "./oidc-endpoints.ts";
import type { DiscoveryDocument } from "./ports.ts";

/** Whether endpoints of the workforce are to be taken from its issuer's discovery document. */
export function wantsDiscovery(
  workforce: Workforce,
): workforce is Workforce & { readonly identityProvider: Oidc } {
  const provider = workforce.identityProvider;
  return provider?.kind === "oidc" && provider.discover && undiscovered(provider).length > 0;
}

/** What AWS takes as an endpoint. */
const acceptable = /^https:\/\/\S{1,492}$/;

/**
 * The workforce with the endpoints that it does not write taken from the document; written ones win. `missing` are the
 * document's members that it lacks, or that AWS would not take. What comes from a sensitive issuer is sensitive too.
 */
export function discoverEndpoints(
  workforce: Workforce & { readonly identityProvider: Oidc },
  document: DiscoveryDocument,
): { readonly workforce: Workforce } | { readonly missing: readonly string[] } {
  const names = undiscovered(workforce.identityProvider);
  const found = names.flatMap((name) => {
    const value = document.endpoints[name];
    return value === undefined || !acceptable.test(value) ? [] : [[name, value] as const];
  });
  if (found.length < names.length) {
    const known = new Set(found.map(([name]) => name));
    return { missing: names.filter((name) => !known.has(name)).map((name) => oidcEndpoints[name].member) };
  }
  const masked = workforce.sensitive.has("oidc_config.issuer") ? names : [];
  return {
    workforce: {
      ...workforce,
      identityProvider: { ...workforce.identityProvider, ...Object.fromEntries(found) },
      sensitive: new Set([
        ...workforce.sensitive,
        ...masked.map((name) => `oidc_config.${oidcEndpoints[name].attribute}`),
      ]),
    },
  };
}

function undiscovered(provider: Oidc): readonly (typeof oidcEndpointNames)[number][] {
  return oidcEndpointNames.filter((name) => provider[name] === undefined);
}
