import { diagnostic } from "../../text/diagnostic.ts";
import { blockOf, truthOf } from "../decoded.ts";
import { meantNames } from "../meant.ts";
import type { WorkforceRule } from "./rule.ts";

const endpoints = [
  "authorization_endpoint",
  "token_endpoint",
  "user_info_endpoint",
  "logout_endpoint",
  "jwks_uri",
];

/** AWS wants every endpoint: each is written, or the discovery document is asked for it. */
export const endpointsOrDiscover: WorkforceRule = (workforce) => {
  const block = blockOf(workforce, "oidc_config");
  if (block === undefined) return [];
  const discover = block.attributes.get("discover");
  // A value that is not known yet may come to be true.
  if (discover !== undefined && truthOf(block, "discover") !== false) return [];
  const meant = meantNames(block.body, block.schema);
  // Endpoints are not missing either where `discover` is what was misspelt.
  if (meant.has("discover")) return [];
  const names = endpoints.filter((name) => {
    if (meant.has(name)) return false;
    const written = block.attributes.get(name)?.attribute.expression;
    return written === undefined || written.kind === "null";
  });
  return names.length === 0 ? [] : [diagnostic("missing-endpoints", block.header, { names })];
};
