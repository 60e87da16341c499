import type { Probes } from "../../ports.ts";
import { remember } from "../remember.ts";

type IssuerProbes = Pick<Probes, "discoveryDocument" | "countKeys">;

export interface DiscoveryOptions {
  /** Whether identity providers at private addresses may be asked. */
  readonly allowPrivate: boolean;
  /** How long one question may take; default: 10 seconds. */
  readonly timeoutMilliseconds?: number;
}

/** Identity providers as preflight asks them: what it takes is loaded with the first question. */
export function issuerProbes(options: DiscoveryOptions): IssuerProbes {
  const probes = remember(async () => (await import("./discovery.ts")).askIssuers(options));
  return {
    discoveryDocument: async (issuer) => (await probes()).discoveryDocument(issuer),
    countKeys: async (jwksUri) => (await probes()).countKeys(jwksUri),
  };
}
