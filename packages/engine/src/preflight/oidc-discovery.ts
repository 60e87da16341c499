import { sensitiveText } from "@wf/parser";
import { oidcEndpointNames, oidcEndpoints } from "../oidc-endpoints.ts";
import type { DiscoveryDocument } from "../ports.ts";
import { failed, passed, type PreflightCheck, type PreflightSubject, shown, type Verdict } from "./check.ts";
import { answered, oidcOf } from "./oidc-subject.ts";

/** The issuer answers for itself, and says what the configuration says. */
export const oidcDiscovery: PreflightCheck = {
  asks: "that the issuer's discovery document answers and agrees with oidc_config",
  applies: (subject) => oidcOf(subject) !== undefined,
  make: async (subject, probes) => {
    const provider = oidcOf(subject);
    if (provider === undefined) return passed;
    const issuer = shown(subject, "oidc_config.issuer", provider.issuer);
    return answered(
      probes.discoveryDocument(provider.issuer),
      `The discovery document of ${issuer}`,
      "Correct the issuer, or have the identity provider serve /.well-known/openid-configuration below it.",
      (document) => compare(subject, document),
    );
  },
};

function compare(subject: PreflightSubject, document: DiscoveryDocument): Verdict {
  const provider = oidcOf(subject);
  if (provider === undefined) return passed;
  const secretive = subject.workforce.sensitive.has("oidc_config.issuer");
  const theirs = (path: string, value: string): string =>
    secretive ? sensitiveText : shown(subject, path, value);
  const path = "oidc_config.issuer";
  if (document.issuer !== provider.issuer) {
    return failed(
      `The issuer calls itself ${theirs(path, document.issuer)}, and the configuration says ${shown(subject, path, provider.issuer)}.`,
      "Write the issuer exactly as its tokens name it, a slash at the end included.",
    );
  }
  // With discover = true, what is written all the same is meant to differ.
  const differing = (provider.discover ? [] : oidcEndpointNames).flatMap((name) => {
    const ours = provider[name];
    const found = document.endpoints[name];
    if (ours === undefined || found === undefined || ours === found) return [];
    const at = `oidc_config.${oidcEndpoints[name].attribute}`;
    return [
      `${oidcEndpoints[name].attribute} is ${theirs(at, found)} there and ${shown(subject, at, ours)} here`,
    ];
  });
  return differing.length === 0
    ? passed
    : failed(
        `The issuer's discovery document does not agree: ${differing.join("; ")}.`,
        "Correct the endpoints, or leave them out and say discover = true.",
      );
}
