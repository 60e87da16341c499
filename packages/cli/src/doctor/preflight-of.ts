import {
  checksFor,
  discoverEndpoints,
  makeCheck,
  preflightChecks,
  type PreflightName,
  type PreflightResult,
  type PreflightSubject,
  ProbeError,
  type Probes,
  wantsDiscovery,
  type WantedTarget,
} from "@wf/engine";
import { assertNever, type Workforce } from "@wf/parser";
import type { Connection } from "../connect.ts";
import { sentence } from "../render/sentence.ts";
import {
  type DoctorCheck,
  failed,
  notMade,
  type Outcome,
  passed,
  skipped,
  headingOf,
  type Place,
} from "./doctor-check.ts";

/** Every preflight check of a workforce, as if it were about to be created. */
export function preflightOf(
  { target, desired }: WantedTarget,
  connection: Connection,
): readonly DoctorCheck[] {
  if (desired === undefined) return [];
  const place: Place = { ...target, address: desired.address };
  const probes = connection.probesOf(target);
  let discovered: Promise<Workforce> | undefined;
  const workforce = async (): Promise<Workforce> => (discovered ??= withEndpoints(desired, probes));
  const make = async (check: PreflightName): Promise<Outcome> => {
    if (check === "client-secret" && isMissingSecret(desired))
      return skipped("It waits for the value of its variable.");
    const subject = asIfCreated(await workforce());
    if (!checksFor(subject).includes(check))
      return skipped("The discovery document did not say where the keys are.");
    return outcomeOf(await makeCheck(check, { subject, probes }));
  };
  return checksFor(asIfCreated(withSomeKeys(desired))).map((check) => ({
    name: check,
    heading: headingOf(place),
    place,
    asks: preflightChecks[check].asks,
    make: async () => make(check),
  }));
}

function asIfCreated(workforce: Workforce): PreflightSubject {
  return { workforce, creates: true, updatesOidc: true, updatesVpc: true };
}

function outcomeOf(result: PreflightResult): Outcome {
  switch (result.outcome) {
    case "passed":
      return passed(sentence(preflightChecks[result.check].asks.replace(/^that /, "")));
    case "failed":
      return failed(result.message, result.help);
    case "not-made":
      return result.local
        ? skipped("The region is on this machine, and what surrounds it is not asked.")
        : notMade(sentence(result.why));
    default:
      return assertNever(result);
  }
}

/** There will be a key set to ask for, once the discovery document names one. */
function withSomeKeys(workforce: Workforce): Workforce {
  if (!wantsDiscovery(workforce)) return workforce;
  const { issuer } = workforce.identityProvider;
  return {
    ...workforce,
    identityProvider: {
      ...workforce.identityProvider,
      jwksUri: workforce.identityProvider.jwksUri ?? issuer,
    },
  };
}

/** Without its variable's value, which is told as such. */
function isMissingSecret({ identityProvider }: Workforce): boolean {
  return identityProvider?.kind === "oidc" && identityProvider.clientSecret.reveal() === "";
}

/** With what its issuer's discovery document says; where there is no answer, the check of it tells. */
async function withEndpoints(workforce: Workforce, probes: Probes): Promise<Workforce> {
  if (!wantsDiscovery(workforce)) return workforce;
  try {
    const document = await probes.discoveryDocument(workforce.identityProvider.issuer);
    const filled = discoverEndpoints(workforce, document);
    return "workforce" in filled ? filled.workforce : workforce;
  } catch (error) {
    if (!(error instanceof ProbeError)) throw error;
    // On this machine nothing is asked: each check says so.
    return error.reason === "local" ? withSomeKeys(workforce) : workforce;
  }
}
