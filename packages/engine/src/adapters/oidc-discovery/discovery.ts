import { customFetch, discoveryRequest, processDiscoveryResponse } from "oauth4webapi";
import * as z from "zod";
import { oidcEndpointNames, oidcEndpoints } from "../../oidc-endpoints.ts";
import type { DiscoveryDocument, Probes } from "../../ports.ts";
import { ProbeError } from "../../probe-error.ts";
import { remember } from "../remember.ts";
import { guardedGet } from "./guarded-get.ts";
import type { DiscoveryOptions } from "./index.ts";

const maximumBytes = 512 * 1024;

/** An identity provider's own words, which are a stranger's. */
const text = z.string().max(1000);
const texts = z.array(text).max(1000).optional();
const documentSchema = z.object({
  issuer: text,
  scopes_supported: texts,
  claims_supported: texts,
  authorization_endpoint: text.optional(),
  token_endpoint: text.optional(),
  userinfo_endpoint: text.optional(),
  end_session_endpoint: text.optional(),
  jwks_uri: text.optional(),
});
const keySetSchema = z.object({ keys: z.array(z.object({ kty: z.string() })) });

/** Asks identity providers by OpenID Connect's own protocol. */
export function askIssuers({
  allowPrivate,
  timeoutMilliseconds = 10_000,
}: DiscoveryOptions): Pick<Probes, "discoveryDocument" | "countKeys"> {
  const get = async (address: string): Promise<Response> =>
    guardedGet(address, { allowPrivate, timeoutMilliseconds, maximumBytes });
  return {
    discoveryDocument: remember(async (issuer) => {
      if (!URL.canParse(issuer)) throw new ProbeError("wrong-answer", "it is no https:// address");
      const expected = new URL(issuer);
      try {
        const response = await discoveryRequest(expected, { [customFetch]: get });
        return readDocument(await processDiscoveryResponse(expected, response));
      } catch (error) {
        throw error instanceof ProbeError ? error : notADocument(error);
      }
    }),
    countKeys: remember(async (address) => {
      const response = await get(address);
      const keySet = keySetSchema.safeParse(await response.json().catch(() => undefined));
      if (!keySet.success) throw new ProbeError("wrong-answer", "the answer is no set of keys");
      return keySet.data.keys.length;
    }),
  };
}

function readDocument(json: unknown): DiscoveryDocument {
  const read = documentSchema.safeParse(json);
  if (!read.success) throw new ProbeError("wrong-answer", "the answer is no discovery document");
  const { data } = read;
  return {
    issuer: data.issuer,
    endpoints: Object.fromEntries(
      oidcEndpointNames.flatMap((name) => {
        const value = data[oidcEndpoints[name].member];
        return value === undefined ? [] : [[name, value]];
      }),
    ),
    scopes: data.scopes_supported,
    claims: data.claims_supported,
  };
}

const toldProblems: Readonly<Record<string, string>> = {
  OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED: "it is of another issuer",
  OAUTH_RESPONSE_IS_NOT_JSON: "the answer is not JSON",
  OAUTH_PARSE_ERROR: "the answer is not JSON",
  OAUTH_INVALID_RESPONSE: "the answer is no discovery document",
  // The document's issuer is no address.
  ERR_INVALID_URL: "it is of another issuer",
};

/** What the library throws quotes the answer; of that, only what it is about is told. Anything else is a bug. */
function notADocument(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const message = toldProblems[code];
  return message === undefined ? error : new ProbeError("wrong-answer", message, { cause: error });
}
