import { boolType, mapType, stringType } from "../../evaluation/types.ts";
import { clientId, extraParameter, oidcEndpoint, scope, userPool } from "../constraints.ts";
import { attribute, type BlockSchema, required } from "../schema.ts";

/** CreateWorkforce's CognitoConfig. */
export const cognitoConfigSchema: BlockSchema = {
  type: "cognito_config",
  doc: "Workers sign in through an Amazon Cognito user pool of the workforce's own region.",
  labels: [],
  attributes: {
    user_pool: required(attribute(stringType, "The user pool's id.", { text: userPool })),
    client_id: required(attribute(stringType, "The id of the pool's app client.", { text: clientId })),
  },
  blocks: {},
};

const endpoint = (doc: string) => attribute(stringType, doc, { text: oidcEndpoint });
const asked = (doc: string) => attribute(stringType, doc, { text: oidcEndpoint, open: "address" });

/** CreateWorkforce's OidcConfig. */
export const oidcConfigSchema: BlockSchema = {
  type: "oidc_config",
  doc: "Workers sign in through your own OpenID Connect identity provider.",
  labels: [],
  attributes: {
    client_id: required(
      attribute(stringType, "The client's id at the identity provider.", { text: clientId }),
    ),
    client_secret: required(
      attribute(stringType, "The client's secret; always sensitive, and never stored by wf.", {
        text: clientId,
        secret: true,
      }),
    ),
    issuer: required(asked("The identity provider's issuer.")),
    discover: attribute(
      boolType,
      "Whether endpoints that are not written are taken from the issuer's discovery document.",
    ),
    authorization_endpoint: endpoint("Where workers are sent to sign in."),
    token_endpoint: endpoint("Where codes are exchanged for tokens."),
    user_info_endpoint: endpoint("Where claims about a worker are read."),
    logout_endpoint: endpoint("Where workers are sent to sign out."),
    jwks_uri: asked("Where the identity provider's keys are read."),
    scope: attribute(stringType, "The scopes to ask for, with spaces between them.", { text: scope }),
    authentication_request_extra_params: attribute(
      mapType(stringType),
      "Parameters added to the authorization request.",
      { keys: extraParameter, text: extraParameter, count: { minimum: 0, maximum: 10 } },
    ),
  },
  blocks: {},
};
