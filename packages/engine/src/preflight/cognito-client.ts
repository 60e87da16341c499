import { failed, passed, type PreflightCheck, shown } from "./check.ts";
import { cognitoOf } from "./cognito-subject.ts";

/** The app client exists in the pool, and has the secret that SageMaker needs. */
export const cognitoClient: PreflightCheck = {
  asks: "that the app client exists, belongs to the user pool and has a secret",
  applies: (subject) => cognitoOf(subject) !== undefined,
  make: async (subject, probes) => {
    const provider = cognitoOf(subject);
    if (provider === undefined) return passed;
    const client = await probes.userPoolClient(provider.userPool, provider.clientId);
    const name = shown(subject, "cognito_config.client_id", provider.clientId);
    const pool = shown(subject, "cognito_config.user_pool", provider.userPool);
    if (client === undefined || client.userPool !== provider.userPool) {
      return failed(
        `The user pool ${pool} has no app client ${name}.`,
        "Correct cognito_config.client_id, or create the client in that pool first.",
      );
    }
    if (client.hasSecret) return passed;
    return failed(
      `The app client ${name} has no secret, and SageMaker works only with one that has.`,
      "A client's secret is made with the client: create another with GenerateSecret, and name that.",
    );
  },
};
