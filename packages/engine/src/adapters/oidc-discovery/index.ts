import type { Probes } from "../../ports.ts";

type IssuerProbes = Pick<Probes, "discoveryDocument" | "countKeys">;

export interface DiscoveryOptions {
  /** Whether identity providers at private addresses may be asked. */
  readonly allowPrivate: boolean;
  /** How long one question may take; default: 10 seconds. */
  readonly timeoutMilliseconds?: number;
}

/** Identity providers as preflight asks them: what it takes is loaded with the first question. */
export function issuerProbes(options: DiscoveryOptions): IssuerProbes {
  let loaded: Promise<IssuerProbes> | undefined;
  const load = async (): Promise<IssuerProbes> => {
    const { askIssuers } = await import("./discovery.ts");
    return askIssuers(options);
  };
  return {
    discoveryDocument: async (issuer) => (await (loaded ??= load())).discoveryDocument(issuer),
    countKeys: async (jwksUri) => (await (loaded ??= load())).countKeys(jwksUri),
  };
}
