import { failed, passed, type PreflightCheck, shown } from "./check.ts";
import { answered, oidcOf } from "./oidc-subject.ts";

/** Tokens can be verified: there are keys where the configuration says. */
export const oidcJwks: PreflightCheck = {
  asks: "that jwks_uri answers with at least one key",
  applies: (subject) => oidcOf(subject)?.jwksUri !== undefined,
  make: async (subject, probes) => {
    const uri = oidcOf(subject)?.jwksUri;
    if (uri === undefined) return passed;
    const help = "Correct jwks_uri: without keys no worker's token can be verified.";
    const about = `The key set at ${shown(subject, "oidc_config.jwks_uri", uri)}`;
    return answered(probes.countKeys(uri), about, help, (keys) =>
      keys > 0 ? passed : failed(`${about} holds no key.`, help),
    );
  },
};
