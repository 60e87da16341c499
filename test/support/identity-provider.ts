import { generateKeyPairSync } from "node:crypto";
import type { RequestListener } from "node:http";
import { createServer } from "node:https";
import { Provider } from "oidc-provider";
import { makeCertificate } from "./certificate.ts";
import { listen } from "./listen.ts";

/** An identity provider on this machine, over https. */
export interface IdentityProvider {
  readonly issuer: string;
  /** What makes a run of the program trust its certificate. */
  readonly environment: Readonly<Record<string, string>>;
  /** The paths asked for, in order. */
  readonly asked: readonly string[];
}

/** A real OpenID Connect provider, which offers groups. */
export async function startIdentityProvider(): Promise<IdentityProvider> {
  return startHttps((issuer) => {
    const key = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ format: "jwk" });
    const provider = new Provider(issuer, {
      clients: [],
      claims: { openid: ["sub"], groups: ["sagemaker:groups", "sagemaker:sub", "sagemaker:client_id"] },
      cookies: { keys: ["of the tests"] },
      features: { devInteractions: { enabled: false } },
      jwks: { keys: [{ ...key, kty: "EC", alg: "ES256", use: "sig", kid: "tests" }] },
    });
    const answer = provider.callback();
    return (request, response) => void answer(request, response);
  });
}

/** Anything that answers over https, told its own address. */
export async function startHttps(make: (issuer: string) => RequestListener): Promise<IdentityProvider> {
  const { key, cert, file } = await makeCertificate();
  const asked: string[] = [];
  const server = createServer({ key, cert });
  const issuer = `https://127.0.0.1:${await listen(server)}`;
  const answer = make(issuer);
  server.on("request", (request, response) => {
    asked.push(request.url ?? "");
    answer(request, response);
  });
  return { issuer, environment: { NODE_EXTRA_CA_CERTS: file }, asked };
}

/** The discovery document of an issuer with the usual endpoints, but for what is given. */
export function discoveryDocument(issuer: string, given: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/me`,
    end_session_endpoint: `${issuer}/session/end`,
    jwks_uri: `${issuer}/jwks`,
    scopes_supported: ["openid", "groups"],
    claims_supported: ["sub", "sagemaker:groups"],
    ...given,
  });
}
