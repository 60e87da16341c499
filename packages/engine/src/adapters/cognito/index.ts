import type { Probes } from "../../ports.ts";
import type { AwsProbeOptions } from "../aws-probe.ts";

type CognitoProbes = Pick<Probes, "userPool" | "userPoolClient">;

/** Cognito as preflight asks it: its client is loaded with the first question. */
export function cognitoProbes(options: AwsProbeOptions): CognitoProbes {
  let loaded: Promise<CognitoProbes> | undefined;
  const load = async (): Promise<CognitoProbes> => {
    const { askCognito } = await import("./cognito-probes.ts");
    return askCognito(options);
  };
  return {
    userPool: async (id) => (await (loaded ??= load())).userPool(id),
    userPoolClient: async (userPool, id) => (await (loaded ??= load())).userPoolClient(userPool, id),
  };
}
