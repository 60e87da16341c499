import { isIdentifier, quote } from "@wf/parser";

/** What a first configuration is made of. */
export interface FirstConfiguration {
  readonly provider: "oidc" | "cognito";
  readonly region: string;
  readonly name: string;
}

/** The text of a first configuration, valid as it is and with a comment where the user's own values belong. */
export function firstConfiguration({ provider, region, name }: FirstConfiguration): string {
  const label = quote(name);
  return [
    "wf {",
    '  required_version = ">= 0.1.0"',
    `  stack = ${label} # the owner's name, written to live resources as the tag wf:stack`,
    "}",
    "",
    ...(provider === "oidc" ? secretVariable : []),
    `workforce ${label} {`,
    `  region = ${quote(region)}`,
    "",
    ...(provider === "oidc" ? oidc : cognito(region)),
    "",
    '  workteam "labelers" {',
    '    description = "Everyone who labels"',
    '    groups = ["labelers"]',
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

const secretVariable = ['variable "client_secret" {', "  type = string", "  sensitive = true", "}", ""];

const oidc = [
  "  # Your identity provider's own; its discovery document lists them.",
  "  oidc_config {",
  '    client_id = "sagemaker"',
  "    client_secret = var.client_secret",
  '    issuer = "https://idp.example.com"',
  '    authorization_endpoint = "https://idp.example.com/authorize"',
  '    token_endpoint = "https://idp.example.com/token"',
  '    user_info_endpoint = "https://idp.example.com/userinfo"',
  '    logout_endpoint = "https://idp.example.com/logout"',
  '    jwks_uri = "https://idp.example.com/jwks"',
  '    scope = "openid profile groups"',
  "  }",
];

function cognito(region: string): readonly string[] {
  return [
    "  # Your user pool's own, in the workforce's region.",
    "  cognito_config {",
    `    user_pool = ${quote(`${region}_Example01`)}`,
    '    client_id = "1example23456789"',
    "  }",
  ];
}
