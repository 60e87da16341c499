import type { Probes } from "../../ports.ts";
import type { AwsProbeOptions } from "../aws-probe.ts";
import { remember } from "../remember.ts";

type CognitoProbes = Pick<Probes, "userPool" | "userPoolClient">;

/** Cognito as preflight asks it: its client is loaded with the first question. */
export function cognitoProbes(options: AwsProbeOptions): CognitoProbes {
  const probes = remember(async () => (await import("./cognito-probes.ts")).askCognito(options));
  return {
    userPool: async (id) => (await probes()).userPool(id),
    userPoolClient: async (userPool, id) => (await probes()).userPoolClient(userPool, id),
  };
}
