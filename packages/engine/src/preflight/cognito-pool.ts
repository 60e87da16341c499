import { failed, passed, type PreflightCheck, shown } from "./check.ts";
import { cognitoOf } from "./cognito-subject.ts";

/** The user pool exists. */
export const cognitoPool: PreflightCheck = {
  asks: "that the user pool exists",
  applies: (subject) => cognitoOf(subject) !== undefined,
  make: async (subject, probes) => {
    const provider = cognitoOf(subject);
    if (provider === undefined || (await probes.userPool(provider.userPool)) !== undefined) return passed;
    const name = shown(subject, "cognito_config.user_pool", provider.userPool);
    return failed(
      `There is no user pool ${name} in ${subject.workforce.region}.`,
      "Correct cognito_config.user_pool, or create the pool first.",
    );
  },
};
