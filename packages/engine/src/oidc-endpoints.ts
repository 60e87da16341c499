/** The endpoints of an OIDC configuration: their names in the model, in the language, and in a discovery document. */
export const oidcEndpoints = {
  authorizationEndpoint: { attribute: "authorization_endpoint", member: "authorization_endpoint" },
  tokenEndpoint: { attribute: "token_endpoint", member: "token_endpoint" },
  userInfoEndpoint: { attribute: "user_info_endpoint", member: "userinfo_endpoint" },
  logoutEndpoint: { attribute: "logout_endpoint", member: "end_session_endpoint" },
  jwksUri: { attribute: "jwks_uri", member: "jwks_uri" },
} as const;

export type OidcEndpoint = keyof typeof oidcEndpoints;

/** In the order in which they are shown. */
export const oidcEndpointNames: readonly OidcEndpoint[] = [
  "authorizationEndpoint",
  "tokenEndpoint",
  "userInfoEndpoint",
  "logoutEndpoint",
  "jwksUri",
];
