import type { DiscoveryDocument } from "../ports.ts";
import { failed, passed, type PreflightCheck, type Verdict } from "./check.ts";
import { answered, oidcOf } from "./oidc-subject.ts";

/**
 * Workers come with their groups. Lists of scopes and claims may be incomplete by OpenID Connect's own rules, so what
 * they leave out proves nothing, but for a scope that the configuration is going to ask for.
 */
export const oidcGroups: PreflightCheck = {
  asks: "that the identity provider offers the claim sagemaker:groups",
  applies: (subject) => oidcOf(subject) !== undefined,
  make: async (subject, probes) => {
    const provider = oidcOf(subject);
    if (provider === undefined) return passed;
    const asked = (provider.scope ?? "").split(" ").filter(isAboutGroups);
    return answered(
      probes.discoveryDocument(provider.issuer),
      "The issuer's discovery document",
      undefined,
      (document) => judge(asked, document),
    );
  },
};

function judge(asked: readonly string[], { scopes, claims }: DiscoveryDocument): Verdict {
  const missing = scopes === undefined ? [] : asked.filter((scope) => !scopes.includes(scope));
  if (missing.length > 0) {
    return failed(
      `The scope asks for ${missing.join(", ")}, which the identity provider does not list among its scopes.`,
      "Add the scope at the identity provider, or take it out of oidc_config where groups come without it.",
    );
  }
  if ([...(scopes ?? []), ...(claims ?? [])].some(isAboutGroups)) return passed;
  return {
    outcome: "not-made",
    why:
      scopes === undefined && claims === undefined
        ? "The identity provider lists neither scopes nor claims"
        : "What the identity provider lists of its scopes and claims does not mention groups, and need not be all",
  };
}

function isAboutGroups(name: string): boolean {
  return /(^|[:-])groups?$/i.test(name);
}
