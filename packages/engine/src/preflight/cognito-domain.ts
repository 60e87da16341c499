import { failed, passed, type PreflightCheck, shown } from "./check.ts";
import { cognitoOf } from "./cognito-subject.ts";

/** The user pool has a domain, at which workers sign in. */
export const cognitoDomain: PreflightCheck = {
  asks: "that the user pool has a domain",
  applies: (subject) => cognitoOf(subject) !== undefined,
  make: async (subject, probes) => {
    const provider = cognitoOf(subject);
    if (provider === undefined) return passed;
    const pool = await probes.userPool(provider.userPool);
    // Where there is no pool, that is said by its own check.
    if (pool === undefined || pool.domain !== undefined) return passed;
    const name = shown(subject, "cognito_config.user_pool", provider.userPool);
    return failed(
      `The user pool ${name} has no domain, and workers could not sign in.`,
      "Give the pool a domain with CreateUserPoolDomain, or in its console under App integration.",
    );
  },
};
