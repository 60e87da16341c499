import { isIdentifier, quote } from "@wf/parser";
import { exampleIssuer } from "./fields.ts";

/** What a first configuration is made of. */
export interface FirstConfiguration {
  readonly provider:
    | { readonly kind: "oidc"; readonly issuer: string; readonly clientId: string }
    | { readonly kind: "cognito"; readonly userPool: string; readonly clientId: string };
  readonly region: string;
  readonly name: string;
  readonly groups: readonly string[];
}

type Oidc = Extract<FirstConfiguration["provider"], { readonly kind: "oidc" }>;
type Cognito = Extract<FirstConfiguration["provider"], { readonly kind: "cognito" }>;

/** The text of a first configuration, valid as it is and with a comment where the user's own values belong. */
export function firstConfiguration({ provider, region, name, groups }: FirstConfiguration): string {
  const label = quote(name);
  return [
    "wf {",
    '  required_version = ">= 0.1.0"',
    `  stack = ${label} # the owner's name, written to live resources as the tag wf:stack`,
    "}",
    "",
    ...(provider.kind === "oidc" ? secretVariable : []),
    `workforce ${label} {`,
    `  region = ${quote(region)}`,
    "",
    ...(provider.kind === "oidc" ? oidc(provider) : cognito(provider)),
    "",
    '  workteam "labelers" {',
    '    description = "Everyone who labels"',
    `    groups = [${groups.map(quote).join(", ")}]`,
    "  }",
    "}",
    "",
    'output "portal" {',
    `  value = workforce${isIdentifier(name) ? `.${name}` : `[${label}]`}.sub_domain`,
    '  description = "Where workers sign in"',
    "}",
    "",
  ].join("\n");
}

const secretVariable = [
  "# Give it as WF_VAR_client_secret: it is written down nowhere.",
  'variable "client_secret" {',
  "  type = string",
  "  sensitive = true",
  "}",
  "",
];

function oidc({ issuer, clientId }: Oidc): readonly string[] {
  const isExample = issuer === exampleIssuer;
  return [
    isExample
      ? "  # Your identity provider's own; its discovery document lists them."
      : "  # What is not written here is taken from the issuer's discovery document.",
    "  oidc_config {",
    `    client_id = ${quote(clientId)}`,
    "    client_secret = var.client_secret",
    `    issuer = ${quote(issuer)}`,
    ...(isExample ? exampleEndpoints : ["    discover = true"]),
    '    scope = "openid profile groups"',
    "  }",
  ];
}

const exampleEndpoints = [
  ["authorization_endpoint", "authorize"],
  ["token_endpoint", "token"],
  ["user_info_endpoint", "userinfo"],
  ["logout_endpoint", "logout"],
  ["jwks_uri", "jwks"],
].map(([name, path]) => `    ${name} = ${quote(`${exampleIssuer}/${path}`)}`);

function cognito({ userPool, clientId }: Cognito): readonly string[] {
  return [
    "  # Your user pool's own, in the workforce's region.",
    "  cognito_config {",
    `    user_pool = ${quote(userPool)}`,
    `    client_id = ${quote(clientId)}`,
    "  }",
  ];
}
