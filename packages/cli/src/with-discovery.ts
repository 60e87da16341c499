import { discoverEndpoints, ProbeError, wantsDiscovery, type WantedTarget } from "@wf/engine";
import type { Configuration, Workforce } from "@wf/parser";
import type { Connection } from "./connect.ts";
import { UserError } from "./user-error.ts";

/** The configuration with the endpoints that `discover = true` asks for, for those of its workforces that are planned. */
export async function withDiscovery(
  configuration: Configuration,
  wanted: readonly WantedTarget[],
  connection: Connection,
): Promise<Configuration> {
  const planned = new Set(wanted.flatMap(({ desired }) => desired?.address ?? []));
  if (!configuration.workforces.some(wantsDiscovery)) return configuration;
  const problems: string[] = [];
  const workforces = await Promise.all(
    configuration.workforces.map(async (workforce) =>
      planned.has(workforce.address) ? discovered(workforce, connection, problems) : workforce,
    ),
  );
  if (problems.length === 0) return { ...configuration, workforces };
  throw new UserError(
    problems.join("\n"),
    "Correct the issuer, or write the endpoints out in oidc_config instead of discover = true.",
  );
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
