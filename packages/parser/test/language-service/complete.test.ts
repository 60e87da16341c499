import { describe, expect, test } from "vitest";
import { complete, type Completion, cursorAt, knownRegions, type Named } from "../../src/index.ts";
import { configured } from "../model/configured.ts";
import { atCursor } from "./cursor.ts";

const configuration = `wf {
  stack = "radiology"
}
variable "token" {
  sensitive = true
  default   = { inner = 1 }
}
variable "later" {}
locals {
  sites = { ct = { region = "eu-west-1", "odd key" = 1 }, mr = null }
}
account "prod" {}
workforce "radiology" {
  region = "eu-west-1"
  cognito_config {
    user_pool = "eu-west-1_Wild1ife"
    client_id = "4example5client6id"
  }
}
`;
const defined: readonly Named[] = [
  { root: "var", name: "token" },
  { root: "var", name: "later" },
  { root: "local", name: "sites" },
  { root: "account", name: "prod" },
  { root: "workforce", name: "radiology" },
];

async function offered(text: string): Promise<readonly Completion[]> {
  const { value } = await configured(configuration, { missingVariables: "unknown" });
  const { source, offset } = atCursor(text);
  return complete(cursorAt(source, offset), { defined, scope: value.scope });
}

const inWorkforce = (text: string): string => `workforce "a" {\n  ${text}\n}\n`;

describe("offered are exactly", () => {
  const cases: readonly (readonly [text: string, names: readonly string[]])[] = [
    ["|", ["wf", "variable", "locals", "account", "workforce", "output"]],
    ["wf {}\nwork|", ["variable", "locals", "account", "workforce", "output"]],
    ['wf {\n  stack = "a"\n  |\n}', ["required_version", "regions"]],
    [
      inWorkforce('region = "a"\n  tags = {}\n  |\n  for_each = []\n  oidc_config {}\n  workteam "a" {}'),
      [
        "account",
        "name",
        "manage",
        "ip_address_type",
        "cognito_config",
        "source_ip_config",
        "workforce_vpc_config",
        "workteam",
        "assert",
        "lifecycle",
        "timeouts",
      ],
    ],
    ["locals {\n  |\n}", []],
    ["nothing {\n  |\n}", []],
    [inWorkforce('region = "|"'), knownRegions],
    [inWorkforce('ip_address_type = "|"'), ["ipv4", "dualstack"]],
    ['wf {\n  regions = ["|"]\n}', knownRegions],
    [inWorkforce('name = "|"'), []],
    [inWorkforce("account = |"), ["account.prod"]],
    [inWorkforce("account = account.|"), ["prod"]],
    [inWorkforce("region = var.|"), ["token", "later"]],
    [inWorkforce("region = local.|"), ["sites"]],
    [inWorkforce("region = local.sites.|"), ["ct", "mr"]],
    [inWorkforce("region = local.sites.ct.|"), ["region"]],
    [inWorkforce("region = var.token.|"), []],
    [inWorkforce("region = var.later.|"), []],
    [inWorkforce("region = each.|"), ["key", "value"]],
    [inWorkforce("region = nothing.|"), []],
    ["output a {\n  value = workforce.|\n}", ["radiology"]],
    [
      "output a {\n  value = workforce.radiology.|\n}",
      ["arn", "logout_uri", "name", "redirect_uri", "region", "sub_domain"],
    ],
    ["variable a {\n  sensitive = |\n}", ["true", "false"]],
    ["variable a {\n  default = |\n}", []],
    [
      "variable a {\n  type = |\n}",
      ["string", "number", "bool", "any", "list", "set", "map", "tuple", "object"],
    ],
  ];
  test.each(cases)("%s", async (text, names) => {
    expect((await offered(text)).map(({ name }) => name)).toEqual(names);
  });
});

describe("an expression begins with", () => {
  const cases: readonly (readonly [text: string, first: readonly string[]])[] = [
    [inWorkforce("name = |"), ["var", "local", "each", "abs"]],
    [inWorkforce("ip_address_type = |"), ['"ipv4"', '"dualstack"', "var", "local", "each", "abs"]],
    [inWorkforce('name = "${|}"'), ["var", "local", "each", "abs"]],
    [inWorkforce("assert {\n condition = |\n }"), ["var", "local", "each", "self", "abs"]],
    ["output a {\n  value = |\n}", ["var", "local", "workforce", "abs"]],
    ["locals {\n  a = |\n}", ["var", "local", "abs"]],
    ["variable a {\n  validation {\n    condition = |\n  }\n}", ["var", "abs"]],
    [inWorkforce("lifecycle {\n    ignore_changes = [|]\n  }"), ["tags", "ip_address_type"]],
  ];
  test.each(cases)("%s", async (text, first) => {
    expect((await offered(text)).slice(0, first.length).map(({ name }) => name)).toEqual(first);
  });
});
