import type { LiveOidc, LiveWorkforce } from "./live-state.ts";
import { uniqueNames } from "./unique-names.ts";

/** Which variables hold the client secrets of workforces. */
export interface SecretVariables {
  readonly names: readonly string[];
  /** The one for a workforce; undefined where it needs none. */
  readonly nameFor: (workforce: LiveWorkforce) => string | undefined;
}

/** One variable for each client of an identity provider; where there are several, by the label of the first with it. */
export function secretVariables(
  labelled: readonly { readonly label: string; readonly workforce: LiveWorkforce }[],
): SecretVariables {
  const first = new Map<string, string>();
  for (const { label, workforce } of labelled) {
    const provider = workforce.identityProvider;
    if (provider.kind === "oidc" && !first.has(clientKey(provider))) first.set(clientKey(provider), label);
  }
  const names =
    first.size === 1
      ? ["client_secret"]
      : uniqueNames([...first.values()].map((label) => `client_secret_${label.replaceAll(/\W/g, "_")}`));
  const byClient = new Map([...first.keys()].map((key, index) => [key, names[index]]));
  return {
    names,
    nameFor: ({ identityProvider: provider }) =>
      provider.kind === "oidc" ? byClient.get(clientKey(provider)) : undefined,
  };
}

function clientKey({ issuer, clientId }: LiveOidc): string {
  return JSON.stringify([issuer, clientId]);
}
