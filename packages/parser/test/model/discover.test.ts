import { expect, test } from "vitest";
import { block, workforce } from "./blocks.ts";
import { configured, model } from "./configured.ts";

const client = {
  client_id: '"sagemaker"',
  client_secret: 'sensitive("s3cr3t")',
  issuer: '"https://idp.example.com"',
};
const oidc = (given: Readonly<Record<string, string>>): string =>
  workforce("", { provider: block("oidc_config", { ...client, ...given }) });

test("with discover = true, endpoints that are not written stay open and written ones are kept", async () => {
  const { workforces } = await model(
    oidc({ discover: "true", logout_endpoint: '"https://idp.example.com/bye"', scope: '"openid"' }),
  );
  expect(workforces[0]?.identityProvider).toMatchObject({
    discover: true,
    authorizationEndpoint: undefined,
    tokenEndpoint: undefined,
    userInfoEndpoint: undefined,
    logoutEndpoint: "https://idp.example.com/bye",
    jwksUri: undefined,
  });
});

test("whether to discover may come to be known later", async () => {
  const text = `variable "discover" {\n  type = bool\n}\n${oidc({ discover: "var.discover" })}`;
  const { diagnostics } = await configured(text, { missingVariables: "unknown" });
  expect(diagnostics).toEqual([]);
});

test("all missing endpoints are told at once", async () => {
  const { diagnostics } = await configured(oidc({ token_endpoint: '"https://idp.example.com/token"' }));
  expect(diagnostics.map(({ code, summary }) => [code, summary])).toEqual([
    [
      "missing-endpoints",
      "oidc_config needs authorization_endpoint, user_info_endpoint, logout_endpoint, jwks_uri",
    ],
  ]);
});
