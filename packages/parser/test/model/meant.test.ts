import { describe, expect, test } from "vitest";
import { block, cognito, oidc, stack, workforce, workteam } from "./blocks.ts";
import { said } from "./configured.ts";

const discovered = block("oidc_config", {
  client_id: '"sagemaker"',
  client_secret: 'env("CLIENT_SECRET")',
  issuer: '"https://idp.example.com"',
  discovr: "true",
});

describe("one mistake is told once:", () => {
  test.each<readonly [string, string, readonly (readonly [string, string])[]]>([
    [
      "a required attribute in another spelling",
      workforce("").replace("region", "regoin"),
      [["unknown-attribute", "regoin"]],
    ],
    [
      "one within a nested block",
      workforce(workteam("readers").replace("description", "descripton")),
      [["unknown-attribute", "descripton"]],
    ],
    [
      "a required attribute written as a block",
      workforce("  source_ip_config {\n    cidrs {\n    }\n  }\n"),
      [["block-should-be-attribute", "cidrs"]],
    ],
    [
      "the identity provider in another spelling",
      workforce("", { provider: cognito.replace("cognito_config", "cognito_confg") }),
      [["unknown-block", "cognito_confg"]],
    ],
    [
      "an endpoint in another spelling",
      workforce("", { provider: oidc().replace("token_endpoint", "token_endpiont") }),
      [["unknown-attribute", "token_endpiont"]],
    ],
    [
      "discovery in another spelling",
      workforce("", { provider: discovered }),
      [["unknown-attribute", "discovr"]],
    ],
  ])("%s", async (_, text, expected) => {
    expect(await said(text, { environment: { CLIENT_SECRET: "s" } })).toEqual(expected);
  });

  test("what is near nothing that is required hides nothing", async () => {
    const text = `${stack}workforce "radiology" {\n  place = "eu-west-1"\n  tgas = {}\n}\n`;
    expect(await said(text)).toEqual([
      ["missing-attribute", 'workforce "radiology"'],
      ["no-identity-provider", 'workforce "radiology"'],
      ["unknown-attribute", "place"],
      ["unknown-attribute", "tgas"],
    ]);
  });
});
