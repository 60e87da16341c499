import { expect, test } from "vitest";
import { block, cognito, oidc, stack, workforce, workteam } from "./blocks.ts";
import { configured, said } from "./configured.ts";

const offline = { missingVariables: "unknown", environment: { CLIENT_SECRET: "s" } } as const;
const later = 'variable "later" {\n}\n';

test.each([
  ["a region", workforce("", { region: "var.later" })],
  [
    "two regions",
    `${workforce("", { region: "var.later" })}workforce "b" {\n  region = var.later\n${cognito}}\n`,
  ],
  ["a name", workforce('  name = "a-${var.later}"\n')],
  ["what is managed, without a provider", workforce("  manage = var.later\n", { provider: "" })],
  ["what is managed, with a provider", workforce("  manage = var.later\n")],
  [
    "the address type of IPv6 ranges",
    workforce(`  ip_address_type = var.later\n${block("source_ip_config", { cidrs: '["2001:db8::/32"]' })}`),
  ],
  ["a range", workforce(block("source_ip_config", { cidrs: '["10.0.0.0/8", var.later]' }))],
  [
    "eleven ranges that may be ten",
    workforce(
      block("source_ip_config", {
        cidrs: `[${Array.from({ length: 10 }, (_, n) => `"10.0.${n}.0/24"`).join(", ")}, var.later]`,
      }),
    ),
  ],
  ["all ranges", workforce(block("source_ip_config", { cidrs: "var.later" }))],
  ["a user pool", workforce("", { provider: cognito.replace('"eu-west-1_Rad10logy"', "var.later") })],
  ["a secret", workforce("", { provider: oidc({ client_secret: "sensitive(var.later)" }) })],
  ["a scope", workforce("", { provider: oidc({ scope: "var.later" }) })],
  [
    "the names of two teams",
    workforce(workteam("a", { name: "var.later" }) + workteam("b", { name: "var.later" })),
  ],
  ["the teams", workforce(workteam("a", { for_each: "var.later", description: "each.value.nobody" }))],
  [
    "the teams, beside one of that name",
    workforce(workteam("a", { for_each: "var.later", name: '"a"' }) + workteam("b", { name: '"a"' })),
  ],
  ["an element of the teams", workforce(workteam("a", { for_each: "toset([var.later])", name: "each.key" }))],
  ["the workforces", workforce("  for_each = var.later\n", { region: "each.key" })],
  ["tags", workforce("  tags = var.later\n")],
  ["a tag", workforce("  tags = { a = var.later }\n")],
  ["a key of tags", workforce("  tags = { (var.later) = 1 }\n")],
  ["the version", `wf {\n  stack = "imaging"\n  required_version = var.later\n}\n`],
  ["a local", `${stack}locals {\n  a = var.later.b[0] + 1\n}\n`],
])("%s not known yet is no mistake", async (_, text) => {
  expect(await said(`${text}${later}`, offline)).toEqual([]);
});

test("what is known is held against its constraints beside what is not", async () => {
  const text = workforce(workteam("a", { groups: '["a b", var.later]' }));
  expect(await said(`${text}${later}`, offline)).toEqual([["invalid-value", '"a b"']]);
  const many = workforce(
    `  tags = { ${Array.from({ length: 49 }, (_, n) => `k${n} = var.later`).join(", ")} }\n`,
  );
  expect((await said(`${many}${later}`, offline)).map(([code]) => code)).toEqual(["wrong-count"]);
});

test("there is no model of what is not wholly known", async () => {
  const { value } = await configured(`${workforce("  name = var.later\n")}${later}`, offline);
  expect(value.configuration).toBeUndefined();
});

test.each([
  ["nothing is missing", workforce(""), ["eu-west-1"]],
  [
    "only the secret is",
    workforce("", { provider: oidc({ client_secret: "sensitive(var.later)" }) }),
    ["eu-west-1"],
  ],
  ["a scope is", workforce("", { provider: oidc({ scope: "var.later" }) }), []],
  ["a region is", workforce("", { region: "var.later" }), []],
  ["the teams are", workforce(workteam("a", { for_each: "var.later" })), []],
  [
    "something of its account is",
    `account "a" {\n  profile = var.later\n}\n${workforce("  account = account.a\n")}`,
    [],
  ],
])("what is known of a workforce is there to look at where %s", async (_, text, regions) => {
  const { value } = await configured(later + text, offline);
  expect(value.known?.workforces.map(({ region }) => region)).toEqual(regions);
});
