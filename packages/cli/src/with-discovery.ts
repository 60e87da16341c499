import { discoverEndpoints, ProbeError, wantsDiscovery, type WantedTarget } from "@wf/engine";
import type { Configuration, Workforce } from "@wf/parser";
import type { Connection } from "./connect.ts";
import { UserError } from "./user-error.ts";

/** A configuration, and what of it is planned. */
interface Wanted {
  readonly configuration: Configuration;
  readonly wanted: readonly WantedTarget[];
}

/** The configuration with the endpoints that `discover = true` asks for, for those of its workforces that are planned. */
export async function withDiscovery(
  configuration: Configuration,
  wanted: readonly WantedTarget[],
  connection: Connection,
): Promise<Wanted> {
  const planned = wanted.flatMap(({ desired }) => (desired === undefined ? [] : [desired]));
  if (!planned.some(wantsDiscovery)) return { configuration, wanted };
  const problems: string[] = [];
  const filled = new Map(
    await Promise.all(
      planned.map(async (each) => [each.address, await discovered(each, connection, problems)] as const),
    ),
  );
  if (problems.length > 0) {
    throw new UserError(
      problems.join("\n"),
      "Correct the issuer, or write the endpoints out in oidc_config instead of discover = true.",
    );
  }
  const fill = (workforce: Workforce): Workforce => filled.get(workforce.address) ?? workforce;
  return {
    configuration: { ...configuration, workforces: configuration.workforces.map(fill) },
    wanted: wanted.map((each) => ({ ...each, desired: each.desired && fill(each.desired) })),
  };
}

async function discovered(
  workforce: Workforce,
  connection: Connection,
  problems: string[],
): Promise<Workforce> {
  if (!wantsDiscovery(workforce)) return workforce;
  const { issuer } = workforce.identityProvider;
  const name = workforce.sensitive.has("oidc_config.issuer") ? "its issuer" : JSON.stringify(issuer);
  const document = `${workforce.address}: the discovery document of ${name}`;
  try {
    const filled = discoverEndpoints(workforce, await connection.discoveryDocument(issuer));
    if ("workforce" in filled) return filled.workforce;
    problems.push(`${document} says nothing that AWS takes as ${filled.missing.join(", ")}.`);
  } catch (error) {
    if (!(error instanceof ProbeError)) throw error;
    problems.push(`${document}: ${error.message}.`);
  }
  return workforce;
}
