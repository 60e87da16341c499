/** The block that every configuration has. */
export const stack = 'wf {\n  stack = "imaging"\n}\n';

/** A Cognito identity provider that is right. */
export const cognito = `  cognito_config {
    user_pool = "eu-west-1_Rad10logy"
    client_id = "4example5client6id"
  }
`;

const endpoints = [
  "issuer",
  "authorization_endpoint",
  "token_endpoint",
  "user_info_endpoint",
  "logout_endpoint",
  "jwks_uri",
];

/** An OIDC identity provider; attributes given replace or add to those that are right. */
export function oidc(given: Readonly<Record<string, string>> = {}): string {
  const attributes: Readonly<Record<string, string>> = {
    client_id: '"sagemaker"',
    client_secret: 'env("CLIENT_SECRET")',
    ...Object.fromEntries(endpoints.map((name) => [name, `"https://idp.example.com/${name}"`])),
    ...given,
  };
  return block("oidc_config", attributes);
}

/** A block within a workforce, from its attributes as written. */
export function block(header: string, attributes: Readonly<Record<string, string>>): string {
  const lines = Object.entries(attributes).map(([name, written]) => `    ${name} = ${written}\n`);
  return `  ${header} {\n${lines.join("")}  }\n`;
}

/** A work team; attributes given replace or add to those that are right. */
export function workteam(label: string, given: Readonly<Record<string, string>> = {}): string {
  return block(`workteam "${label}"`, { description: '"Reads"', groups: '["readers"]', ...given });
}

/** A configuration of one workforce that holds this and, unless it says otherwise, a Cognito identity provider. */
export function workforce(content: string, { provider = cognito, region = '"eu-west-1"' } = {}): string {
  return `${stack}workforce "radiology" {\n  region = ${region}\n${provider}${content}}\n`;
}
