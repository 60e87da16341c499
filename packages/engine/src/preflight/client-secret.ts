import { failed, passed, type PreflightCheck } from "./check.ts";
import { oidcOf } from "./oidc-subject.ts";

/** The secret is at hand, which AWS wants with every OIDC configuration and never returns. */
export const clientSecret: PreflightCheck = {
  asks: "that the client secret is at hand",
  applies: (subject) => oidcOf(subject) !== undefined,
  make: (subject) =>
    Promise.resolve(
      oidcOf(subject)?.clientSecret.reveal() === ""
        ? failed(
            "The client secret is empty, and AWS takes no OIDC configuration without it.",
            "Give the variable of oidc_config.client_secret its value.",
          )
        : passed,
    ),
};
